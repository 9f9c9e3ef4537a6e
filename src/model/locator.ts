/** The kind of locator that a citation gives, after CSL’s locators. */
type LocatorLabel = 'page' | 'chapter' | 'section' | 'volume' | 'paragraph';

/** The names of locators in citation syntax, independent of the text’s language. */
const shortNames: Record<LocatorLabel, string> = {
  page: 'p.',
  chapter: 'ch.',
  section: 'sec.',
  volume: 'vol.',
  paragraph: 'para.',
};

export interface Locator {
  label: LocatorLabel;
  /** Without its label: 46, 20–38. */
  value: string;
}

/** A locator in citation syntax: p. 46. */
export const writeLocator = ({ label, value }: Locator): string => `${shortNames[label]} ${value}`;
