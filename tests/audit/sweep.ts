/** One long examination of what is built or written, for `npm run audit`. */
export interface Sweep {
  name: string;
  run: () => AsyncIterable<{ type: 'passed' | 'fault' | 'skipped'; says: string }>;
}
