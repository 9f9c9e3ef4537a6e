type Split<Line extends string, Sign extends string> = Line extends `${infer First}${Sign}${infer Rest}`
  ? First | Split<Rest, Sign>
  : Line;
type NamesIn<Word extends string> = Split<Word extends `${infer Names}(${string})` ? Names : Word, '|'>;
type ArgumentsIn<Word extends string> = Word extends `${string}(${infer Names})` ? Split<Names, ','> : never;

/**
 * Parses the texts of a group from one line: `name`, `name(first,last)` with the arguments that it may use, or
 * `one|other(argument)` if several texts take the same arguments.
 */
const texts = <Line extends string>(line: Line) =>
  Object.fromEntries(
    line.split(' ').flatMap((word) => {
      const [names = '', listed = ''] = word.replace(')', '').split('(');
      return names.split('|').map((name) => [name, listed.split(',').filter(Boolean)]);
    }),
  ) as { [Word in Split<Line, ' '> as NamesIn<Word>]: ArgumentsIn<Word>[] };

/** The texts of the interface, nested as in the language files. `en.yaml` says what each is for. */
export const translationKeys = {
  ...texts('none abstract keywords untranslated chapterAbsent usedIn inDrawing exhibitSource(source,whose)'),
  ...texts('paragraphAt(number,address)'),
  exhibits: texts(
    'figure|table(number) redrawn restated reconstructed(places) inferred tick(tick) row(name,row)',
  ),
  about: {
    ...texts(
      'heading whose rights restated(headings) rules aligned(by,written) layers corrected addresses dated reading correcting correctHere correctByLink hiding(button)',
    ),
    ...texts('answers(authors,editors,wording)'),
    ...texts('figures counted(paragraphs,notes,works,cases,terms) compared(confirmed,count,left)'),
    ...texts('released(count,from,to)'),
    roles: texts('original|paraphrase|translation(authors)'),
    signs: texts('number fifth strip page note check substance(signs,name) whole(sign) term case'),
  },
  report: texts(
    'heading headingByCopy copy copied byCopy byLink send subject(name) text(name,address,version,edition,words)',
  ),
  filter: texts('heading words all nothing clear elsewhere(words)'),
  appearance: texts(
    'heading theme auto light dark size normal large larger lines whole apart signs shown all numbered hidden',
  ),
  nav: {
    ...texts(
      'front chapters search skip main languages previous next contents parallel alsoIn(language) trail resume(place)',
    ),
    ...texts('stopped(place,part) leave'),
    groups: texts('read apparatus checks about'),
    brief: texts('argument timeline data checks about'),
  },
  reading: {
    ...texts('passage(place) everything'),
    keys: texts('close heading search next previous parallel hits cite list off'),
  },
  collections: texts('case term actor work'),
  kinds: texts('case term actor work'),
  paper: texts('heading titleTranslatedBy(who)'),
  dossier: texts('by(editors) heading editors version issued licence'),
  label: {
    ...texts('quoted inner innerOfCheck ofSource term definition definitionOfSource'),
    ...texts(
      'quotedAuthors quotedAuthorsTranslated quotedSpeaker(name) quotedSpeakerTranslated(name) speakerTranslatedInPaper(name) quotedSource reference quotedInTranslation quotedDoubted(check) ofForeignSource(language) readElsewhere(check) quotedAlsoInPaper innerOfSource(source) innerOfAuthors(words) innerOfOthers innerOfOthersThere innerOfAccount',
    ),
    through: texts(
      'asQuoted|translated(paper) doubted(paper,check) paper paperBy(authors,pages) byEditors(language) elsewhere(check)',
    ),
    full: texts('original|paraphrase|translation|account(reference,language,translator,authors)'),
    copied: texts('original|paraphrase|translation|account(reference,language,translator,authors)'),
    short: texts('original paraphrase translation account'),
  },
  byline: {
    ...texts(
      'original|paraphrase|translation|account(source,editors,translator,authors) paper(authors,title,translated,language) issue(journal,year,volume,issue) brief toPaper headings',
    ),
    short: texts('original paraphrase translation account'),
  },
  note: texts('heading name(number) back markedIn absent'),
  page: texts('one(page) range(first,last) ofPaper(page) rangeOfPaper(first,last)'),
  segment: texts(
    'name(id) range(first,last) sentence(id,first) sentences(id,first,last) inChapter seeAlso editorNote editorNotes editorNoteTo(id) editorNoteOn(name) printed(text)',
  ),
  checks: {
    ...texts(
      'heading explanation basis holder quotedIn(language) name(id) marks(count,verdicts) by(read) words(text,at) onlyRead(read) nothingRead sought(where) inRecord(id,verdict,claim) kind(verdict) version(language)',
    ),
    ...texts(
      'announced(count,compared,undecided) found all ofCase(count,sentences,apart,places) outcome bySource sources(count) byChapter ofChapter(count,off) readChapter shown(count) ofAll(count,off) onPaper(count,off,address) undecidedOnPaper(ids) key(signs)',
    ),
    ...texts('source whatWasRead opened archive date concerns'),
    counted: texts('result passage substitute nothing total each'),
    groups: texts('off substance detail agrees undecided'),
    verdict: texts('differs stronger weaker not-in-source detail agrees not-to-be-had'),
    askedFor: texts('off differs stronger weaker not-in-source detail agrees not-to-be-had'),
    read: texts('passage abstract summary report nothing'),
  },
  terms: {
    ...texts('explanation definedIn usedIn aliases seeAlso namedInPaper addition shown(count)'),
    groups: texts('authors source editors'),
    definedBy: texts('authors source editors'),
  },
  cases: {
    ...texts(
      'explanation kind dates places actors related account notes shown(count) asOf(year) since aboutSince',
    ),
    passages: texts('original paraphrase translation'),
  },
  actors: {
    ...texts('explanation cases shown(count)'),
    kind: texts('state region organisation person company group'),
    groups: texts('state region organisation person company group'),
    matrix: texts('heading explanation others total'),
  },
  quantities: {
    ...texts('heading explanation amount(bound,sign,number,gap,measure) shown(count) downloads'),
    types: texts('share money amount date'),
    columns: texts('value what when place case'),
    sortBy: texts('value what place case'),
  },
  dates: {
    ...texts('century(number) interval(from,to)'),
    part: texts('early|middle|late(date)'),
  },
  timeline: { ...texts('heading explanation years count(count)'), key: texts('date period vague') },
  ruler: texts(
    'heading pages paragraphs exhibits printed(pages) unprinted leads off(substance,detail) others',
  ),
  offline: texts(
    'heading explanation take taking(share,size) kept(version,issued,size) newer update remove failed unsupported folder folderSays fromFolder',
  ),
  front: {
    ...texts('read start kind(languages)'),
    gains: texts('parallel(editions,by,written) checks(count,undecided) cite'),
    asks: texts('case term actor work argument timeline data checks'),
  },
  argument: texts('heading explanation thesis noThesis lead evidence quantities|off(count) all'),
  works: {
    ...texts('explanation alsoCalled citedIn printedAs(field,printed) remarkOn(field,remark)'),
    fields: texts('author title issued container-title volume issue page publisher URL'),
  },
  search: {
    ...texts('heading placeholder submit close needsScript description(dossier)'),
    box: {
      ...texts('waiting notIndexed pageOfSite advice notExact closest notQuoted apart seePaper inOriginal'),
      ...texts(
        'nothing(query) nowhere(words) results(count) found(results,times) within(names) onPage(count,page) through(asked,results)',
      ),
      missing: texts('inSection(id,section,last) segment|heading|note(id,last) page(id,first,last)'),
      ...texts('elsewhere(asked,language,results) inEdition(language,results) meant'),
      ...texts('narrow lines sort across acrossHeading(language,results,count) near'),
      ...texts('also synonyms asPinyin readAs orAs more cite'),
      kinds: texts('segment heading exhibit term case note work actor remark check paper'),
      tags: texts('segment heading exhibit term case note work actor remark check paper'),
      filters: texts('kind verdict chapter caseKind actor all'),
      ...texts('distribution(count) most(places) firstLines(count) save'),
      orders: texts('text left right'),
    },
    ways: texts('heading words apart exactly without pinyin script alias language number'),
    marked: texts('region of(current,count) previous next clear'),
  },
  status: {
    ...texts('heading explanation stale'),
    states: texts('confirmed stale unconfirmed untranslated'),
  },
  redirects: {
    ...texts('movedHeading movedTo goneHeading gone places'),
    name: texts('segment|note|work|case|term|actor|exhibit|check|chapter|page(id)'),
  },
  book: texts('accessibility index indexed'),
  takeAway: {
    ...texts('heading explanation metadata lead(version)'),
    forms: texts('epub pdf tmx xliff tsv tei tbx texts works crate'),
  },
  releases: {
    ...texts(
      'heading explanation name(version) frozen(version,issued) newest newer(version) latest contents first same',
    ),
    ...texts(
      'changedIn(languages) since later(counts) inLanguage(count,abstract,language) marked compare unchanged',
    ),
  },
  cite: {
    ...texts(
      'heading paper source alone paperExplanation paperUnpaged chicagoEntry inText(style) inList(style) inOne inOneReconstructed inOneExplanation ofQuoted onPaper through accountOf reconstructedFrom definedIn definedInTranslated definedInSource quotedIn citedIn',
    ),
    ...texts(
      'saidIn asCitedIn qtdIn translatedIn translatedSaidIn translatedAsCitedIn translatedQtdIn saidBy(name) wordsOf(name) translatedWordsOf(name) copyAt(name) copyRead(name) wholePaper(pages) under(name,kind) edition editionIn(language) release(version) asOf(date,changed) changed sentence(number) sentences(first,last) copy copied download permalink copyLink copiedHere localCopy local(address)',
    ),
    ...texts('downloads form type language shown(count)'),
    selection: texts('name quote all link style copied more whole'),
    entry: texts(
      'date|row|section(name) heading(number,title) rowOf|columnOf(name) brief sections(first,last) under(name) later(date)',
    ),
    own: texts('paraphrase translation account reconstruction'),
    ownExplanation: texts('paraphrase translation account reconstruction'),
    forms: texts('journal gbt gbt-2015 chicago chicago-author-date gbt-author-date apa mla'),
    kind: texts('original|paraphrase|translation|account|note|reconstruction(translator,language)'),
    title: texts('original|paraphrase|translation|account(name,translator,language)'),
    types: {
      ...texts('article-journal article-magazine article-newspaper book broadcast chapter document'),
      ...texts(
        'entry-dictionary entry-encyclopedia interview legal_case legislation manuscript map pamphlet paper-conference',
      ),
      ...texts('personal_communication post-weblog report speech thesis treaty webpage'),
    },
  },
  notFound: texts('heading text noParagraph(number,first,last) guess'),
  locators: texts('page|chapter|section|volume|paragraph(value,count)'),
  typography: texts('quotes partSeparator listSeparator citationSeparator inBrackets|colon(name,text)'),
  language: texts('dates citationStyle compactFrom measure'),
};

/** The texts of the page that shows the result of an import; those in English are in `import/en.yaml`. */
export const importKeys = {
  ...texts('title(path) noTitle readFrom(file,language,counts) explanation correct(file) ledger(file)'),
  ...texts('doubtCount(count) noDoubts pages page(number) doubt(number) proposal inNone line(owner,number)'),
  sheet: texts('heading(number) printed(number,page) open empty'),
  counts: texts('separator chapters|notes|works|exhibits(count)'),
  names: texts('chapter|note|work(number) notePrinted(number,label) abstract beginsPage(page)'),
  kinds: { ...texts('title authors keywords editorial table'), 'other language': [], 'running head': [] },
  dropped: { ...texts('keywords editorial'), 'other language': [], 'running head': [] },
};
