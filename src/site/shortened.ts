/** The beginning of a text, cut at the end of a word. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${/\s/.test(cut.slice(-40)) && !/^\p{Script=Han}/u.test(line.slice(most)) ? cut.replace(/\s+\S*$/, '') : cut}…`;
}
