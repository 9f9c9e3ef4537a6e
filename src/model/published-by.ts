import { defined } from './defined.ts';

/**
 * The publisher of a source of later developments or of a source check, and whose copy of it the editors opened, if
 * that is not the publisher’s.
 */
export function publishedBy(publisher: string): { publisher: string; copyAt?: string } {
  const [own = '', behind = ''] = publisher.split(/ ?[;；] ?/, 2);
  const [, copyAt] = /^copy at (.+)$/.exec(behind) ?? /^(.+?)转载$/.exec(behind) ?? [];
  return defined({ publisher: own, copyAt });
}
