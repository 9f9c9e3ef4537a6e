/** What part of a work a citation names, after CSL's locators. */
type LocatorLabel = 'page' | 'chapter' | 'section' | 'volume' | 'paragraph';

export interface Locator {
  label: LocatorLabel;
  /** Without its label: 46, 20–38. */
  value: string;
}
