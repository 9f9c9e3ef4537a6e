/** What the list beside a chapter needs, which says what the passage in view mentions. */
export interface ChapterNames {
  /** Its heading; `{}` is a placeholder for the passage’s number. */
  heading: string;
  /** The name of the link to the passage’s page. */
  everything: string;
  /** The addresses and names of the cases and terms that the chapter links to, by kind. */
  kinds: Record<string, Record<string, string>>;
}
