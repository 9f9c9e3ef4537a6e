/** The kind of locator that a citation gives, after CSL’s locators. */
export type LocatorLabel = 'page' | 'chapter' | 'section' | 'volume' | 'paragraph';

export interface Locator {
  label: LocatorLabel;
  /** Without its label: 46, 20–38. */
  value: string;
}
