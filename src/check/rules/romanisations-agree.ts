import { polyphonic } from 'pinyin-pro';
import { HAN, isChinese } from '../../model/language.ts';
import { publicEditions } from '../../model/settings.ts';
import type { Dossier } from '../../read/dossier.ts';
import type { Rule } from '../rule.ts';

/**
 * Every title in `romanised.yaml` is romanised as its characters are read. If the file says how one title is read, it
 * says so of all.
 */
export const romanisationsAgree: Rule = {
  id: 'romanisations-agree',
  *judge(dossier) {
    const { romanised, settings } = dossier;
    const given = Object.entries(romanised.value);
    for (const [title, latin] of given)
      if (HAN.test(title) && !soundsLike(title, latin))
        yield {
          place: romanised.at(title),
          reason: `Unexpected “${latin}”, expected the sounds of “${title}”`,
          note: `Its characters are read ${Array.from(title).flatMap(readings).join(' ')}.`,
        };
    if (given.length === 0) return;
    const chinese = publicEditions(settings.value).filter(({ lang }) => isChinese(lang));
    const titles = new Set(chinese.flatMap(({ id }) => titlesIn(dossier, id)));
    for (const title of titles)
      if (HAN.test(title) && !Object.hasOwn(romanised.value, title))
        yield {
          level: 'todo',
          place: romanised.at(),
          reason: `Missing “${title}”, expected its pinyin, as of the other titles`,
        };
  },
};

/** Whether a text in Latin script has the letters of a title: one of the readings of each character. */
function soundsLike(title: string, latin: string): boolean {
  const sounds = Array.from(title.toLowerCase()).map((one) => {
    const all = readings(one);
    return all.length > 0 ? `(?:${all.join('|')})` : /[\p{L}\p{N}]/u.test(one) ? one : '';
  });
  return new RegExp(`^${sounds.join('')}$`, 'u').test(latin.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
}

const readings = (character: string): string[] =>
  HAN.test(character) ? polyphonic(character, { toneType: 'none', type: 'array' }).flat() : [];

/** The titles of pages that the dossier gives in an edition. */
const titlesIn = ({ settings, cases, terms, actors, exhibits }: Dossier, edition: string): string[] =>
  [
    ...settings.value.chapters.map(({ title }) => title),
    ...[...cases, ...exhibits].map(({ value }) => value.title),
    ...[...terms, ...actors].map(({ value }) => value.name),
  ].flatMap((title) => title[edition] ?? []);
