import { primaryLanguage } from '../model/language.ts';
import { memoizeData } from '../model/memoize.ts';
import type { Compounds } from './lexicon.ts';

/**
 * The names, in a language, of the world’s states and territories (by ISO 3166 code) and of the continents and their
 * parts (by UN M49 code), from the Unicode locale data (CLDR) in Node.
 */
export const regionNames = memoizeData((lang: string): ReadonlyMap<string, string> => {
  const display = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Map<string, string>();
  for (const code of [...letters.flatMap((a) => letters.map((b) => a + b)), ...CONTINENTS]) {
    const name = NO_REGIONS.has(code) ? undefined : display.of(code);
    if (name !== undefined) names.set(code, name);
  }
  return names;
});

/**
 * Africa, the Americas, Latin, South, Central and North America, Asia, Europe: these names contain “America” without
 * naming the United States.
 */
const CONTINENTS = ['002', '019', '419', '005', '013', '003', '142', '150'];

/** Codes that name no place, or a place that already has another code. */
const NO_REGIONS = new Set(
  'ZZ XA XB QO EZ UK DD FX SU YU CS TP ZR BU NT PZ RH VD YD AN DY HV NH CP DG EA IC TA AC'.split(' '),
);

/**
 * Whether all mentions of states in a language can be found. Without the language’s adjectives, a text would seem to
 * omit the states that it names by adjective.
 */
export const knowsStates = (lang: string): boolean => Object.hasOwn(regionForms, primaryLanguage(lang));

/** Forms in running text other than the name itself, for the languages that have them. */
export const regionForms: Record<string, Record<string, string[]>> = {
  en: {
    US: ['American', 'America', 'U.S.', 'US'],
    GB: ['British', 'Britain', 'UK'],
    CN: ['Chinese'],
    RU: ['Russian'],
    JP: ['Japanese'],
    KR: ['Korean', 'Korea'],
    DE: ['German'],
    FR: ['French'],
    NL: ['Dutch', 'the Netherlands'],
    PL: ['Polish'],
    IT: ['Italian'],
    ES: ['Spanish'],
    PT: ['Portuguese'],
    GR: ['Greek'],
    TR: ['Turkish', 'Turkey'],
    SE: ['Swedish'],
    NO: ['Norwegian'],
    DK: ['Danish'],
    FI: ['Finnish'],
    IE: ['Irish'],
    IS: ['Icelandic'],
    CH: ['Swiss'],
    AT: ['Austrian'],
    BE: ['Belgian'],
    CZ: ['Czech', 'Czech Republic'],
    HU: ['Hungarian'],
    RO: ['Romanian'],
    BG: ['Bulgarian'],
    HR: ['Croatian'],
    RS: ['Serbian'],
    AL: ['Albanian'],
    UA: ['Ukrainian'],
    EE: ['Estonian'],
    LV: ['Latvian'],
    LT: ['Lithuanian'],
    CY: ['Cypriot'],
    IL: ['Israeli'],
    EG: ['Egyptian'],
    SA: ['Saudi'],
    IR: ['Iranian'],
    IQ: ['Iraqi'],
    AZ: ['Azerbaijani'],
    KZ: ['Kazakh'],
    MN: ['Mongolian'],
    IN: ['Indian'],
    VN: ['Vietnamese', 'Viet Nam'],
    LA: ['Lao', 'Laotian'],
    TH: ['Thai'],
    PH: ['Philippine'],
    ID: ['Indonesian'],
    MY: ['Malaysian'],
    AU: ['Australian'],
    NZ: ['New Zealander'],
    CA: ['Canadian'],
    MX: ['Mexican'],
    BR: ['Brazilian'],
    AR: ['Argentine', 'Argentinian'],
    CL: ['Chilean'],
    CO: ['Colombian'],
    ZA: ['South African'],
    ZM: ['Zambian'],
    CD: ['Democratic Republic of the Congo', 'DR Congo', 'DRC', 'Congo (Kinshasa)'],
    GL: ['Greenlandic'],
    EU: ['EU', 'European Union'],
    UN: ['UN', 'United Nations'],
    MM: ['Myanmar', 'Burma', 'Burmese'],
    '002': ['African'],
    '419': ['Latin American'],
    '005': ['South American'],
    '013': ['Central American'],
    '003': ['North American'],
    '142': ['Asian'],
    '150': ['European'],
  },
  zh: {
    US: ['美利坚'],
    GB: ['联合王国'],
    KP: ['朝鲜'],
    '002': ['非洲'],
    '419': ['拉丁美洲', '拉美国家', '拉美'],
    '005': ['南美洲', '南美'],
    '013': ['中美洲'],
    '003': ['北美洲', '北美'],
    '142': ['亚洲'],
    '150': ['欧洲'],
  },
};

const codes = {
  美: 'US',
  中: 'CN',
  欧: 'EU',
  俄: 'RU',
  日: 'JP',
  英: 'GB',
  法: 'FR',
  德: 'DE',
  印: 'IN',
  韩: 'KR',
  越: 'VN',
};
const ANY = `[${Object.keys(codes).join('')}]`;

/**
 * Compounds that name several states at once, 中、美、欧 or 中美, by language. A list may touch only a few Han characters; a
 * compound of two states must be one in common use.
 */
export const regionCompounds: Record<string, Compounds> = {
  zh: {
    pattern: new RegExp(
      `(?<=^|[^\\p{Script=Han}]|[在对与和同以由于的前使让])${ANY}(?:、${ANY})+(?![国洲元方东部])` +
        '|中美|美中|中欧(?!和|国家)|欧中|美欧|欧美|中俄|俄中|美俄|俄美|欧俄|俄欧|美日|日美|中日|日中|中越|法德|德法|英法|英美|中英|中法|中德|中印|中韩|日韩',
      'gu',
    ),
    codes,
    whole: { 欧美: ['150', 'US'] },
  },
};
