/** Whether a language, by its BCP 47 tag, puts the family name before the given one. */
export const familyFirst = (lang: string): boolean => /^(?:zh|ja|ko|vi|hu)\b/.test(lang);
