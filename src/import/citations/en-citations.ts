/** What the reader of citations must know of English: how a note writes its fields, its names and what it announces. */

const MONTHS =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?';
const FIRST_LETTERS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const monthNumber = (written: string): number =>
  FIRST_LETTERS.indexOf(written.slice(0, 3).toLowerCase()) + 1;

const YEAR = '(?:1[4-9]|20)\\d\\d';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const END = '(?![\\p{L}\\p{N}])';
const at = (source: string): RegExp => new RegExp(source, 'iuy');

export const enDates = {
  monthDayYear: at(`(${MONTHS}) (${DAY}),? ?(${YEAR})${END}`),
  dayMonthYear: at(`(${DAY}) (${MONTHS}),? ?(${YEAR})${END}`),
  monthYear: at(`(?:(?:${MONTHS})[-/–])?(${MONTHS}),? (${YEAR})${END}`),
  seasonYear: at(`(?:spring|summer|autumn|fall|winter)(?:[/–-]\\w{4,6})?,? (${YEAR})${END}`),
  year: at(`(${YEAR})[a-z]?${END}`),
};

const PAGE = '[A-Z]?\\d{1,5}';
const PAGE_RANGE = `${PAGE}(?:\\s?[-–—−~～]\\s?${PAGE})?`;
const PAGES = `(?:${PAGE_RANGE}|[ivxlc]+(?:[-–—][ivxlc]+)?)(?:, ?(?!${YEAR}${END})${PAGE_RANGE}${END})*`;
const NUMBER = '[\\dIVXLC]+(?:\\s?[-–/&]\\s?\\d+)?';

export const enFields = {
  volume: at(`vol(?:ume|s)?(?:\\.|:)?\\s?(${NUMBER})${END}`),
  issue: at(`(?:nos?|issue|number|iss)(?:\\.|:)?\\s?(${NUMBER}[a-z]?)${END}`),
  volumeAndIssue: at(`(\\d{1,4})\\s?\\((\\d{1,4}(?:[-–/]\\d{1,4})?)\\)(?:\\s?:\\s?(${PAGE_RANGE}))?${END}`),
  volumeColonIssue: at(`(\\d{1,4})\\s?[:/]\\s?(\\d{1,3})(?=\\s?[,(.])`),
  pages: at(`(?:pp?\\.?\\s?|s\\.\\s?|pages? |at (?=\\d))(${PAGES})${END}`),
  pagesBehindColon: at(`:\\s?(${PAGES})${END}`),
  barePages: at(`(${PAGES})(?=\\s?(?:[.,;:)\\uff0c\\uff1b\\u3002]|$)| \\(\\d{4}\\))`),
  chapter: at(`(?:chapter|chap\\.|ch\\.) ?(${NUMBER})${END}`),
  section: at(`(?:section|sec\\.|§§?) ?(${NUMBER})${END}`),
  paragraph: at(`(?:paras?\\.|paragraphs?) ?(${NUMBER})${END}`),
  accessed: at('(?:last )?(?:accessed|retrieved|visited|viewed)(?: on)?:? '),
  beforeAddress: at('(?:available |accessed |retrieved |online )*(?:at|from|via)?:? ?(?=https?:|www\\.)'),
  doi: at('(?:doi:? ?|https?://(?:dx\\.)?doi\\.org/)(10\\.\\d{4,9}/[^\\s,;\\uff0c\\uff1b\\u3002]+)'),
  genre: at(
    "(ph\\.? ?d\\.?|doctoral|master[’']?s|m\\.?a\\.?|m\\.?sc\\.?) (diss\\.|dissertation|thesis)|(?:unpublished )?(dissertation|thesis)",
  ),
  edition: at(
    '((?:\\d{1,2}(?:st|nd|rd|th)|(?:second|third|fourth|fifth|sixth)(?:,? rev(?:\\.|ised))?|revised|rev\\.|expanded|new) ed(?:ition|n?\\.))',
  ),
  editors: at('\\(?eds?\\.?\\)?(?=[,. \\uff0c]|$)|\\(?editors?\\)?(?=[,.])'),
  translators: at('\\(?trans(?:lators?|\\.)\\)?(?=[,. ])'),
  editedBy: at('(?:ed\\.|eds\\.|edited)(?: and (?:trans\\.|translated))? by '),
  editedByShort: at('eds?\\. (?=\\p{Lu})'),
  translatedBy: at('(?:trans\\.|translated)(?: by)? '),
  within: at('in:? (?=[\\p{Lu}“"‘])'),
  paperPresentedAt: at(
    '(paper (?:presented|delivered|prepared) (?:at|to|for)|presented at|speech (?:at|to)|remarks (?:at|to)) (?:the )?',
  ),
  /** As law reviews are cited: 73 Yale Law Journal 733, 737 (1964). */
  journalBetweenNumbers: at(
    `(\\d{1,4}) (\\p{L}[\\p{L}\\p{N} .&’'-]{2,90}?)(?: (\\d{1,5}))?(?=(?:, \\d[\\d, –-]{0,24})? \\((?:[\\p{L}.]+ )?${YEAR}\\))`,
  ),
  noDate: at('n\\.d\\.?|forthcoming|in press'),
};

/** What names a kind of series: Working Paper No. 5. */
export const enReportWord =
  /\b(?:reports?|papers?|brief(?:ing)?s?|outlook|white paper|assessment|factsheet|memorandum|survey)\b/i;

/** Names of persons hold none of these; names of institutions and titles do. */
export const enInstitution =
  /\b(?:agency|association|bank|board|bureau|cent(?:er|re)|chamber|club|commission|committee|company|conference|congress|consortium|convention|corporation|council|court|department|dialogue|directorate|embassy|energy|federation|forum|foundation|fund|government|group|house|inc|initiative|institut[eo]?|institution|international|laboratory|league|library|ltd|ministry|mission|museum|nations|network|observatory|office|organi[sz]ation|parliament|partners|party|programme|program|project|secretariat|senate|service|society|states|taskforce|treasury|tribunal|trust|think tank|union|united|universit[yä]t?|university|watch|witness|world)\b/i;
export const enOfInstitution = /\b(?:of|the|for)\b/;
export const enPublisher =
  /\b(?:press|publish(?:ers?|ing)|books|verlag|routledge|springer|elsevier|wiley|palgrave|macmillan|penguin|norton|sage|brill|elgar|house|sons|& co|and co|inc|ltd|llc|editions?|university|institut(?:e|ion)|cent(?:er|re)|council|programme|program)\b/i;
export const enThesisSchool = /\b(?:university|college|school|institute)\b/i;

/** Papers, agencies and magazines that are known by their names alone. */
export const enNewspapers =
  /^(?:the )?(?:(?:[\p{L}.’'-]+ ){0,4}(?:times|post|daily|herald|tribune|gazette|telegraph|chronicle|courier|globe|guardian|independent|mirror|inquirer|examiner|sun-times)|reuters|associated press|ap|afp|agence france-presse|xinhua|bloomberg|le monde|die zeit|el país|wall street journal|asahi shimbun|kyodo news|tass)(?: \(.{1,30}\)|\.com)?$/iu;
export const enMagazines =
  /^(?:the )?(?:economist|time|newsweek|foreign policy|new yorker|atlantic|spiegel|der spiegel|new republic|nation|diplomat|national interest|forbes|fortune|spectator|new statesman|wired|(?:[\p{L}’'-]+ ){1,3}magazine)$/iu;
export const enWeblog = /\bblog\b/i;
export const enProceedings = /\bproceedings\b|\bconference\b|\bsymposium\b/i;

/** The number of an edition by its word. */
export const enOrdinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Small words of names: van der Berg, de Vries. */
export const particles = new Set(
  'van der den de du von zu zur la le las los da dos das di del della ten ter af av al bin ibn el y e'.split(
    ' ',
  ),
);
/** Those of them that lists sort a name without: Berg, van der. */
export const setApart = new Set('van von zu zum zur ten ter af av'.split(' '));
export const nameSuffixes = /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\.?$/i;
export const enAndOthers = /(?:,|，)?\s*(?:et al\.?|and others|and colleagues)(?=$|[\s,.，])/iu;

/** Words that no name holds: what has them is a title or prose. */
export const enPlainWords =
  /^(?:a|the|on|at|to|from|with|by|for|how|why|what|when|where|is|are|this|these|its|their|our|as|or|not|but|see|which|than|into|over|under|between|after|before|towards?|beyond|about|against|through|during|while)$/i;

/** Words in which a citation is announced; the citation begins behind the last of them. */
export const enLeadIn =
  /(?:^|[\s,;.:(，；。：])(?:see(?:,? for (?:example|instance|a discussion|details),?)?|see also|see,? e\.g\.,?|cf\.|e\.g\.,?|compare|quoted in|cited in|as quoted in|qtd\. in|for example,?|for instance,?|for details,?|according to)[:,]?\s+(?=[\p{Lu}“"‘]|(?:van|von|de|der|di|du|al|el|le|la)\b)/giu;
export const enNextLeadIn = /(?:as )?(?:quoted|cited) in |see also |see /iy;
export const enAnnounces = /(?:^|[\s,;.(])(?:see(?: also)?|cf\.|quoted in|cited in)[:,]?\s*$/i;

/** A stop behind one of these ends no sentence. */
export const enAbbreviation =
  /(?:^|[\s(“"‘,.])(?:\p{Lu}|vol|vols|no|nos|pp|p|al|eds?|trans|dr|mr|mrs|ms|prof|st|jr|sr|vs|cf|ch|chap|para|paras|sec|fig|rev|inc|ltd|co|corp|univ|dept|gen|col|sen|rep|gov|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|diss|ph|e\.g|i\.e|u\.s|u\.k|u\.n|d\.c|approx|est|ibid|op|cit|loc|int|assoc|resp|n|ser)$/iu;

export const enShortForms = {
  same: /\b(?:ibid(?:em)?|idem|id)\.?(?![\p{L}])/iuy,
  before: /(?:op\.? ?cit|loc\.? ?cit|supra|above)\.?(?: ?(?:note|n\.) ?[[〔(（]?(\d{1,3})[\]〕)）]?)?/iuy,
  supraNote: /(?:supra |above |see )?(?:note|n\.) ?[[〔(（]?(\d{1,3})[\]〕)）]?(?: above| supra)?/iuy,
  /** Supra note 8, Moss, at 60. */
  nameBehind: /, (\p{Lu}[\p{L}’'-]+)(?=,? (?:at|pp?\.)? ?\d)/uy,
};

/** Small words by which a Latin title tells its language. */
export const functionWords: Record<string, RegExp> = {
  en: /\b(?:the|of|and|in|for|on|to|from|with|by|is|how|why|a|an)\b/gi,
  de: /\b(?:der|die|das|und|für|von|zur|zum|ein|eine|des|im|mit|auf|über)\b/gi,
  fr: /\b(?:le|la|les|des|du|et|pour|dans|une|sur|aux|au|est)\b|\bl[’']|\bd[’']/gi,
  es: /\b(?:el|los|las|del|y|para|una|por|con|en|la)\b/gi,
};
