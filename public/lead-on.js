/**
 * Leads readers from a neutral page to the page in the language that they chose, or else in that of their browser,
 * unless it is the one that the page uses. Runs before the first paint, so that nothing is seen to change. Replaces the
 * history entry, so that Back skips the neutral page. Only a language chosen by hand is remembered.
 */
{
  const { neutral, base, editions } = document.currentScript.dataset;
  const offered = editions.split(' ').map((one) => one.split(':'));
  let chosen;
  try {
    const remembered = localStorage.getItem('edition');
    chosen = offered.find(([id]) => id === remembered);
  } catch (error) {
    console.info('Not remembered:', error);
  }
  if (!chosen) {
    const primary = (lang) => lang.split('-')[0].toLowerCase();
    for (const lang of navigator.languages)
      chosen ??=
        offered.find((one) => one[1] === lang) ?? offered.find((one) => primary(one[1]) === primary(lang));
    if (chosen === offered[0]) chosen = undefined;
  }
  if (chosen) location.replace(`${base}${chosen[0]}${neutral}${location.search}${location.hash}`);
}
