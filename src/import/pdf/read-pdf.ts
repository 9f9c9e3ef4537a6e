import { countLetters } from '../count-letters.ts';
import type { Kind } from '../coverage.ts';
import { commonOffset } from '../pages.ts';
import { listFamilies, takeLists } from '../lists.ts';
import type { Line } from '../lines.ts';
import { columns } from '../lines.ts';
import { sliceSource, sliceMapped, type MappedText } from '../mapped-text.ts';
import { toNote } from '../gather-notes.ts';
import type { SourceBlock, SourceDocument, SourceEntry, SourceMark } from '../source-document.ts';
import { captionPatterns } from '../paper-words.ts';
import { learnSetting, unwrap } from '../unwrap.ts';
import type { Warning } from '../warning.ts';
import { findArticleEnd } from './article-end.ts';
import { citedByMarks } from './cited-by-marks.ts';
import { setColumnEdges } from './column-edges.ts';
import { correctWidths } from './correct-widths.ts';
import { composeAccents } from './compose-accents.ts';
import { takeExhibits, type FoundExhibit } from './exhibits.ts';
import { addExhibit } from '../exhibits.ts';
import { findTitle, isFullBody, isNoTitle } from './find-title.ts';
import { isAffiliation, isNames } from '../front-matter.ts';
import { footColumns, isListHeading, takeFootnotes } from './foot-notes.ts';
import { pageNumbersIn, takeFurniture } from './furniture.ts';
import { learnBodyType, type BodyType } from './learn-type.ts';
import { bracketsOf, isBracketed, marksIn } from './marks.ts';
import type { PageContent } from './page-glyphs.ts';
import { findGutters, lineOf, linesInOrder, withoutRaised, type TypeLine } from './page-lines.ts';
import { repairGlyphs } from './repair-glyphs.ts';
import { rowsOf, type Row } from './page-rows.ts';
import { NUMBER_ALONE, numberedHeadings } from './numbered-headings.ts';
import { groupLines, learnSigns } from './paragraphs.ts';
import { authorsIn, keywordsIn, takeSideBox } from './side-box.ts';
import { takeSideLanguage } from './side-languages.ts';
import { nameControls } from './name-controls.ts';
import { takeContents } from './take-contents.ts';
import { unrollColumns } from './unroll-columns.ts';
import { findWrongFonts, wrongSignsIn } from './wrong-fonts.ts';

/** A paper with this many marks for each note cites by numbers. */
const MARKS_A_NOTE = 4;

/** A line with its offsets in the document’s text. */
type PlacedLine = TypeLine & Line;

/** The fewest letters a page in a text layer. */
const MIN_LETTERS = 40;

/** A paper, or one sentence on why it cannot be read. */
export type ReadPdf = SourceDocument | { refusal: string };

/**
 * Reads a paper from a PDF, or says in one sentence why it cannot. `range` are the first and last page of the paper,
 * from 1; `onPage` is called after each page. Only this function loads pdf.js.
 */
export async function readPdf(
  bytes: Uint8Array,
  range?: [number, number],
  onPage?: (number: number) => void,
): Promise<ReadPdf> {
  const { openPdf } = await import('./open-pdf.ts');
  const opened = await openPdf(bytes, onPage);
  if ('refusal' in opened) return opened;
  // Pages that the file does not have are reported with the other corrections.
  const [first, last] = range && range[0] <= opened.pages.length ? range : [1, opened.pages.length];
  return readPages(opened.pages.slice(first - 1, last), opened.title, first);
}

/** Reads a paper by the positions and type on its pages. `firstPage` is the number in the file of the first of them. */
export function readPages(given: PageContent[], documentTitle: string | undefined, firstPage = 1): ReadPdf {
  const named = nameControls(given);
  const repaired = repairGlyphs(correctWidths(named.pages.map(composeAccents)));
  const { pages } = repaired;
  const repairs = [...named.repairs, ...repaired.repairs];
  const texts = pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));
  const wrongFonts = findWrongFonts(pages);
  const unreadable = refusalOf(texts, wrongFonts);
  if (unreadable !== undefined) return { refusal: unreadable };

  // Furniture goes first: it would otherwise be taken for text, and text for notes.
  const [opening, ...further] = takeFurniture(pages.map((page) => ({ ...page, ...rowsOf(page) })));
  const type = learnBodyType(opening ? [opening, ...further] : []);
  const { sheet: withoutBox, box: boxed } = opening
    ? takeSideBox(opening, type.size)
    : { sheet: undefined, box: [] };
  const bare = withoutBox ? [withoutBox, ...further] : [];
  const single = unrollColumns(bare, type);
  const { sheets, gutters, other } = takeSideLanguage(single.sheets, findGutters(single.sheets, type.size));
  const besides = other.map((rows, sheet) => rows.map((row) => lineOf(row, sheet)));
  const footnotes = takeFootnotes(sheets, gutters, type);
  const uncertain: TypeLine[] = [];
  const bodies = footnotes.body.map((rows, sheet) => {
    const list = gutters[sheet] === undefined ? rows.findIndex(opensList) : -1;
    const [text, ...columns] = list < 0 ? [rows] : [rows.slice(0, list), ...footColumns(rows.slice(list))];
    return [
      ...linesInOrder(text!, gutters[sheet], sheet, (line) => uncertain.push(line)),
      ...columns.flatMap((column) => linesInOrder(column, undefined, sheet)),
    ];
  });
  setColumnEdges(bodies, gutters, type.size);

  const place = startText();
  const heads = sheets.map(({ furniture }, sheet) => furniture.map((row) => lineOf(row, sheet)));
  const placed = new Map<TypeLine, PlacedLine>();
  const starts: number[] = [];
  const atFeet = Map.groupBy(
    [...footnotes.notes.flatMap(({ lines }) => lines), ...footnotes.strays],
    ({ sheet }) => sheet,
  );
  sheets.forEach((_, sheet) => {
    starts.push(place.length());
    const foot = [...(atFeet.get(sheet) ?? [])].sort((a, b) => a.y - b.y);
    const aside = sheet === 0 ? [...besides[0]!, ...boxed] : besides[sheet]!;
    for (const line of [...(heads[sheet] ?? []), ...(bodies[sheet] ?? []), ...foot, ...aside])
      placed.set(line, place.add(line));
  });
  const source = place.text();
  const at = (lines: TypeLine[]): PlacedLine[] =>
    lines.flatMap((line) => {
      const found = placed.get(line);
      return found ? [found] : [];
    });
  const warnings: Warning[] = [];
  if (repairs.length > 0)
    warnings.push({
      offset: 0,
      reason: `the text layer has other characters than the pages show; these are corrected: ${repairs.map(({ from, to, count }) => `${to === ' ' ? 'a space' : to} for U+${from.codePointAt(0)?.toString(16).toUpperCase()} (${count === 1 ? 'once' : `${count} times`})`).join(', ')}`,
    });
  for (const { name, sample } of wrongFonts)
    warnings.push({
      offset: Math.max(source.indexOf(sample.slice(0, 1)), 0),
      reason: `the font ${name} has wrong characters in the text layer (${sample} …); what is set in it is unreadable: correct it by hand, or have the text recognised (by OCR) and import that`,
    });
  const omitted: SourceDocument['omitted'] = [];
  const omit = (kind: Kind, lines: Line[]): void => {
    for (const { start, end } of lines) omitted.push({ kind, content: sliceSource(source, start, end) });
  };

  for (const { start } of at(uncertain))
    warnings.push({
      offset: start,
      reason: 'many lines of this page cross its columns; the order of lines may be wrong',
    });
  const [beside] = at(besides.flat());
  if (beside) {
    omit('other language', at(besides.flat()));
    warnings.push({
      offset: beside.start,
      reason: 'there are two languages side by side; the right-hand column is in no chapter',
    });
  }

  const authors = authorsIn(boxed);
  const keywords = keywordsIn(boxed);
  omit('authors', at(authors.lines));
  omit('keywords', at(keywords.lines));
  omit('editorial', at(boxed.filter((line) => ![...authors.lines, ...keywords.lines].includes(line))));

  // The paper begins with its title; covers may precede it.
  const title = findTitle(bodies, sheets, type, documentTitle);
  const [first] = title?.again ?? title?.lines ?? [];
  const firstSheet = first?.sheet ?? 0;
  const above = first ? namesAbove(bodies[firstSheet]!, first, heads.flat()) : [];
  const inPaper = bodies.flatMap((lines, sheet) => {
    if (sheet < firstSheet) return [];
    const from = sheet === firstSheet && first ? lines.indexOf(first) : 0;
    const titleLines = [...(title?.lines ?? []), ...(title?.subtitle ?? []), ...(title?.again ?? [])];
    omit('editorial', at(lines.slice(0, Math.max(from, 0)).filter((line) => !above.includes(line))));
    const licence = licenceAtFoot(lines);
    omit('editorial', at(licence));
    return [
      {
        sheet,
        lines: lines
          .slice(Math.max(from, 0))
          .filter((line) => !titleLines.includes(line) && !licence.includes(line)),
      },
    ];
  });
  const aboveTitle = bodies.slice(0, firstSheet).flat();
  omit(
    'editorial',
    at([...aboveTitle.filter((line) => !title?.lines.includes(line)), ...(title?.again ?? [])]),
  );
  const { pages: withoutContents, contents } = takeContents(inPaper.map(({ lines }) => lines));
  omit('editorial', at(contents));
  const numbers = sheets.map(({ furniture }) => pageNumbersIn(furniture));
  // Covers may precede the first page.
  const offset = commonOffset(numbers, -sheets.length);
  const isNumbered = (sheet: number): boolean =>
    offset !== undefined && numbers[sheet]!.includes(sheet + offset);
  const { lines: articleLines, behind } = findArticleEnd(withoutContents, isNumbered);
  omit('other language', at(behind));
  // Small type after the paper is not notes: it would be taken to continue the paper’s last note.
  const lastSheet = inPaper.findLast((_, i) => (articleLines[i] ?? []).length > 0)?.sheet ?? Infinity;
  const isBehind = ({ sheet }: TypeLine): boolean => behind.length > 0 && sheet > lastSheet;
  omit(
    'other language',
    at([...footnotes.notes.flatMap(({ lines }) => lines), ...footnotes.strays].filter(isBehind)),
  );
  const ownNotes = footnotes.notes.flatMap((note) => {
    const lines = note.lines.filter((line) => !isBehind(line));
    return lines.length > 0 ? [{ ...note, lines }] : [];
  });

  // Lists have headings. They leave before figures are sought, since their type is small too.
  const { pages: withoutLists, lists } = takeLists(
    inPaper.map(({ sheet }, i) => ({
      number: sheet,
      start: starts[sheet] ?? 0,
      lines: at(articleLines[i] ?? []),
      runningHeads: [],
      pageNumbers: [],
    })),
  );
  const headings = numberedHeadings(
    withoutLists.flatMap(({ lines }) => lines as PlacedLine[]),
    type,
  );
  const inHeadings = new Set<TypeLine>(headings.flat());
  const exhibits: FoundExhibit[] = [];
  const running: PlacedLine[] = [];
  let open: FoundExhibit | undefined;
  for (const { number, lines } of withoutLists) {
    // Names, abstract and dates between title and text are often small.
    const head = number === firstSheet && exhibits.length === 0 ? headOf(lines as PlacedLine[], type) : [];
    running.push(...head);
    const found = takeExhibits(
      (lines as PlacedLine[]).slice(head.length),
      sheets[number]?.rules ?? [],
      type,
      inHeadings,
      head.length === 0 ? open : undefined,
      running.at(-1),
    );
    open = found.open;
    for (const exhibit of found.exhibits) addExhibit(exhibits, exhibit);
    running.push(...at(found.text));
    for (const { start } of at(found.inCells))
      warnings.push({
        offset: start,
        reason:
          'lines with gaps form columns, but no caption calls them a table; they are read line by line as text',
        correction: { is: 'left out' },
      });
    omit('editorial', at(found.editorial));
    const loose = at(found.loose);
    omit('table', loose);
    for (const [i, line] of loose.entries())
      if (line.number !== (loose[i - 1]?.number ?? NaN) + 1)
        warnings.push({
          offset: line.start,
          reason: 'lines in small type that belong to no numbered figure or table; they are in no chapter',
          correction: { is: 'paragraph' },
        });
  }

  const all = [...placed.values()];
  const linesOn = Map.groupBy(all, ({ sheet }) => sheet);
  const setting = learnSetting(all);
  const undecided = { dropped: new Map<string, number>(), kept: new Map<string, number>() };
  const unwrapLines = (lines: Line[]): MappedText =>
    unwrap(source, lines, setting, (line, word, isDropped) =>
      undecided[isDropped ? 'dropped' : 'kept'].set(word, line.end - 1),
    );
  const signs = learnSigns(running, type);
  const written = {
    hasRomans: footnotes.hasRomans,
    atFeet: bracketsOf(ownNotes.map(({ lines: [line] }) => line!.text)),
    listed: listFamilies(lists).filter(isBracketed),
  };
  const groups = groupLines(running, type, signs, headings).map(({ kind, lines }) => {
    const content = unwrapLines(lines);
    const marks: SourceMark[] = marksIn(lines, content, written);
    return { kind, content, marks, raw: rawOf(lines), first: lines[0]! };
  });
  const blocks = groups.map(({ kind, first, ...block }): SourceBlock =>
    kind === 'heading'
      ? { kind, level: { size: first.size, font: first.font }, ...block }
      : { kind, ...block },
  );
  if (above.length > 0) {
    const raw = above.map(({ text }) => text).join(' ');
    blocks.unshift({ kind: 'paragraph', content: unwrapLines(at(above)), marks: [], raw });
  }
  const subtitle = at(title?.subtitle ?? []);
  if (subtitle.length > 0) blocks.unshift({ kind: 'subtitle', content: unwrapLines(subtitle), marks: [] });
  if (title) {
    const lines = at(title.lines);
    const whole = unwrapLines(lines);
    // The mark of a note on the paper is not part of its title.
    const sign = marksIn(lines, whole, written).find(({ end }) => end === whole.text.length);
    const content = sliceMapped(whole, 0, sign?.start);
    if (sign) omitted.push({ kind: 'note mark', content: sliceMapped(whole, sign.start) });
    blocks.unshift({ kind: 'title', content, marks: [], raw: content.text });
    if (!title.isSure || title.rival !== undefined)
      warnings.push({
        offset: lines[0]!.start,
        reason:
          title.rival === undefined
            ? 'only its type suggests that this is the title'
            : `the title may be another text in large type: ${title.rival}`,
        correction: { title: title.rival ?? content.text },
      });
  }

  omit('editorial', at(footnotes.strays.filter((line) => !isBehind(line))));
  const footNotes = ownNotes.map((note) => {
    const lines = at(note.lines);
    const entry = toNote({ ...note, lines, page: note.sheet }, unwrapLines);
    omitLabel(entry, lines);
    if (note.isDoubtful)
      warnings.push({
        offset: entry.start,
        reason: `a line that begins with ${note.label} is taken for a note; it may be text`,
        correction: { is: 'goes on' },
      });
    return { ...entry, also: note.also, scope: `page ${note.sheet}` };
  });
  function omitLabel({ content, start }: SourceEntry, lines: Line[]): void {
    const from = content.offsets[0] ?? lines.at(-1)!.end;
    if (from > start) omitted.push({ kind: 'note label', content: sliceSource(source, start, from) });
  }
  const listed = lists.map((list) => {
    omit('opening word', [list.heading, ...list.parts]);
    omit('editorial', list.unlabelled);
    return {
      id: list.id,
      entries: list.entries.map((entry) => {
        const made = toNote(entry, unwrapLines);
        omitLabel(made, entry.lines);
        return made;
      }),
    };
  });
  furnitureKinds(sheets, heads, at, omit);

  for (const [decision, found] of Object.entries(undecided)) {
    const [offset] = found.values();
    if (offset !== undefined)
      warnings.push({
        offset,
        reason: `hyphens that may only divide a word at the end of a line are ${decision} in these words: ${[...found.keys()].join(', ')}`,
      });
  }
  // Authors’ affiliations and thanks may be notes to their names.
  const endOfFirst = starts[firstSheet + 1] ?? Infinity;
  const labelsOnFirst = (some: SourceBlock[]): Set<number> =>
    new Set(
      some.flatMap(({ content, marks }) =>
        marks.flatMap(({ start, note }) =>
          'label' in note && (content.offsets[start] ?? 0) < endOfFirst ? [note.label] : [],
        ),
      ),
    );
  const isByline = ({ raw = '', marks }: SourceBlock): boolean => marks.length > 0 && isNames(raw);
  const onNames = labelsOnFirst(blocks.filter(isByline));
  const inText = labelsOnFirst(blocks.filter((block) => !isByline(block)));
  const isOnAuthor = ({ scope, label }: (typeof footNotes)[number]): boolean =>
    scope === `page ${firstSheet}` && onNames.has(label) && !inText.has(label);
  for (const { content } of footNotes.filter(isOnAuthor)) omitted.push({ kind: 'editorial', content });
  const notes = [
    ...footNotes.filter((note) => !isOnAuthor(note)),
    ...listed
      .filter(({ id }) => id === 'notes')
      .flatMap(({ entries }, i) => entries.map((entry) => ({ ...entry, scope: `list ${i}` }))),
  ];
  const references = listed.filter(({ id }) => id === 'references').flatMap(({ entries }) => entries);
  // A paper that cites by number may have a few notes, such as its authors’ affiliations.
  const marks = blocks.reduce((sum, block) => sum + block.marks.length, 0);
  const haveFew = marks >= notes.length * MARKS_A_NOTE && references.length >= notes.length * 2;
  const citations = haveFew ? citedByMarks(blocks, references) : undefined;
  if (citations) for (const { content } of notes) omitted.push({ kind: 'editorial', content });
  const sheetAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const inBlocks = new Set(
    blocks.flatMap(({ content, marks }) =>
      marks.flatMap(({ start, note }) =>
        'label' in note ? [`${sheetAt(content.offsets[start]!)} ${note.label}`] : [],
      ),
    ),
  );
  const ofTables = new Set(
    footNotes.map(({ scope, label }) => `${scope.slice(5)} ${label}`).filter((mark) => !inBlocks.has(mark)),
  );
  /** A row of a table, whose cells cannot contain the marks of the page’s notes. */
  const withoutMarks = ({ start, end, text, raised, sheet }: PlacedLine): MappedText => {
    const kept: MappedText[] = [];
    let from = start;
    for (const mark of raised) {
      if (!ofTables.has(`${sheet} ${text.slice(mark.start, mark.end)}`)) continue;
      kept.push(sliceSource(source, from, start + mark.start));
      from = start + mark.end;
      omitted.push({ kind: 'note mark', content: sliceSource(source, start + mark.start, from) });
    }
    kept.push(sliceSource(source, from, end));
    return {
      text: kept.map((part) => part.text).join(''),
      offsets: kept.flatMap(({ offsets }) => offsets),
    };
  };
  return {
    text: source,
    blocks: citations ? blocks.map((block) => ({ ...block, marks: [] })) : blocks,
    notes: citations ? [] : notes,
    references,
    ...(citations ? { citations } : {}),
    exhibits: exhibits.map((exhibit) => {
      const [caption, ...captionRest] = at([exhibit.caption, ...exhibit.captionRest]);
      const rest = at([...exhibit.rows, ...exhibit.source]);
      const { start } = caption!;
      const titled = unwrapLines([caption!, ...captionRest]);
      const from = titled.offsets.findIndex(
        (offset, at) => offset >= start + exhibit.captionLength && titled.text.charAt(at).trim() !== '',
      );
      const rows = rest.slice(0, exhibit.rows.length);
      const origin = rest.slice(exhibit.rows.length);
      omitted.push({ kind: 'caption', content: sliceSource(source, start, start + exhibit.captionLength) });
      return {
        kind: exhibit.kind,
        number: exhibit.number,
        start,
        title: sliceMapped(titled, from < 0 ? titled.text.length : from),
        rows: rows.map((row) => withoutMarks(row)),
        source: origin.length > 0 ? unwrapLines(origin) : undefined,
      };
    }),
    omitted,
    pages: starts.map((start, sheet) => ({
      start,
      number: offset === undefined ? undefined : Math.max(sheet + offset, 1),
    })),
    firstSheet: firstPage,
    layout: pages.map(({ width, height }, sheet) => ({
      width,
      height,
      rules: bare[sheet]?.rules ?? [],
      lines: (linesOn.get(sheet) ?? []).map(({ start, end, x0, x1, y, size }) => {
        const at = single.printedAt(sheet, x0, y);
        return { start, end, x0: at.x, x1: x1 + at.x - x0, y: at.y, size };
      }),
    })),
    metadata: {
      ...(authors.lines.length > 0 ? { authors: authors.authors } : {}),
      ...(keywords.lines.length > 0 ? { keywords: keywords.keywords } : {}),
    },
    warnings,
  };
}

/** The text of lines with its gaps; between words in Latin letters, and after a number, a line break is one too. */
const rawOf = (lines: TypeLine[]): string =>
  lines
    .map(withoutRaised)
    .reduce(
      (text, line) =>
        `${text}${(/[\p{Script=Latin}.,]$/u.test(text) && /^\p{Lu}/u.test(line)) || NUMBER_ALONE.test(text) ? ' ' : ''}${line}`,
      '',
    );

/**
 * The lines above a title that name the authors rather than the journal; none if a running head repeats the names below
 * the title.
 */
function namesAbove(lines: TypeLine[], title: TypeLine, heads: TypeLine[]): TypeLine[] {
  const from = lines.indexOf(title);
  const isInHeads = ({ text }: TypeLine): boolean =>
    heads.some((head) => head.text.toLowerCase().includes(text.trim().toLowerCase()));
  const areNames = (some: TypeLine[]): boolean =>
    some.every(({ size, text }) => size <= title.size && !isNoTitle(text)) &&
    isNames(some.map(({ text }) => text).join(' '));
  if (lines.slice(from + 1, from + 1 + MAX_BELOW).some((line) => areNames([line]) && isInHeads(line)))
    return [];
  // Their affiliation may be between the names and the title.
  const last = lines.slice(0, from).findLastIndex(({ text }) => isAffiliation(text));
  const first = lines.slice(0, Math.max(last, 0)).findLastIndex(({ text }) => !isAffiliation(text)) + 1;
  const isAbove = last >= 0 && from - last <= MAX_ABOVE && last - first < MAX_ABOVE;
  const until = isAbove ? first : from;
  const before = lines.slice(Math.max(0, until - MAX_ABOVE - MORE_ABOVE), until);
  const end =
    before.findLastIndex(
      (line, i) =>
        i >= before.length - MAX_ABOVE &&
        (areNames([line]) || (i > 0 && areNames([before[i - 1]!]) && areNames(before.slice(i - 1, i + 1)))) &&
        !isInHeads(line),
    ) + 1;
  const start = before.findIndex(
    (_, i) => i < end && areNames(before.slice(i, end)) && isAlike(before.slice(i, end)),
  );
  return end === 0 ? [] : before.slice(start, end);
}

const isAlike = ([first, ...more]: TypeLine[]): boolean =>
  more.every(({ size, font }) => size === first!.size && font === first!.font);

/**
 * The numbers of lines above and below a title that are searched for its authors’ names; more may precede those above.
 */
const MAX_ABOVE = 2;
const MORE_ABOVE = 2;
const MAX_BELOW = 6;

/** The lines at the foot of a page with the licence of the paper. */
function licenceAtFoot(lines: TypeLine[]): TypeLine[] {
  const from = lines.findLastIndex(({ text }) => LICENCE.test(text));
  return from > 0 && lines.length - from <= MAX_LICENCE ? lines.slice(from) : [];
}

const LICENCE =
  /^(?:©|\(c\)|copyright)?.{0,60}(?:This (?:article|work|paper) is (?:licen[sc]ed|published|distributed|made available) under|This is an open[- ]access article)/i;
const MAX_LICENCE = 5;

/** The lines before the first line of running text, up to a figure or table. */
function headOf(lines: PlacedLine[], type: BodyType): PlacedLine[] {
  const end = lines.findIndex(
    (line) => isFullBody(line, type) || captionPatterns.some(({ pattern }) => pattern.test(line.text.trim())),
  );
  return lines.slice(0, Math.max(end, 0));
}

/** Builds the text of a document, line by line. */
function startText() {
  const parts: string[] = [];
  let length = 0;
  let count = 0;
  return {
    length: () => length,
    text: () => parts.join(''),
    add(line: TypeLine): PlacedLine {
      const { text, x0, x1, left, right, size } = line;
      parts.push(text, '\n');
      const start = length;
      length += text.length + 1;
      return Object.assign(line, {
        number: ++count,
        start,
        end: start + text.length,
        indent: Math.max(0, Math.round((x0 - left) / (size / 2))),
        trailing: x1 < right - size,
        width: columns(text),
        startsPage: false,
      });
    },
  };
}

/** True if a row begins with the heading of a list, beside which there may be the second column of the list. */
const opensList = (row: Row): boolean =>
  row.runs.some((_, i) => i > 0 && isListHeading({ ...row, runs: row.runs.slice(0, i) }, undefined)) ||
  isListHeading(row, undefined);

/** The share of letters in fonts with wrong characters from which a paper is unreadable. */
const MAX_WRONG = 0.1;

function refusalOf(pages: string[], wrongFonts: ReturnType<typeof findWrongFonts>): string | undefined {
  const text = pages.join('');
  const { letters } = countLetters(text);
  const unknown = text.match(/[\uFFFD\u0000-\u001F\uE000-\uF8FF]/g)?.length ?? 0;
  if (unknown > letters)
    return 'its fonts do not map their glyphs to characters: print it to a new PDF, or have its text recognised (OCR)';
  if (wrongFonts.reduce((sum, { share }) => sum + share, 0) >= MAX_WRONG)
    return `the text layer has other characters than the pages show (${wrongFonts[0]!.sample} … in the font ${wrongFonts[0]!.name}): have its text recognised anew (by OCR, for example with ocrmypdf --force-ocr), then import that`;
  const wrongSigns = wrongSignsIn(text);
  if (wrongSigns !== undefined)
    return `the text layer has other characters than the pages show (${wrongSigns} … for punctuation and figures): have its text recognised anew (by OCR, for example with ocrmypdf --force-ocr), then import that`;
  if (letters < Math.max(1, pages.length) * MIN_LETTERS)
    return 'it contains pictures of pages and no text: have the text recognised first (by OCR, for example with ocrmypdf), then import that';
  return undefined;
}

/** A year and the number of an issue in it. */
const ISSUE = /^(?:19|20)\d\d[.] ?\d{1,2}$/;

function furnitureKinds(
  sheets: { furniture: Row[] }[],
  heads: TypeLine[][],
  at: (lines: TypeLine[]) => PlacedLine[],
  omit: (kind: Kind, lines: Line[]) => void,
): void {
  sheets.forEach((_, sheet) => {
    for (const line of at(heads[sheet] ?? []))
      omit(
        /^[\W\d]*$/.test(line.text.replace(/\p{L}/gu, 'x')) &&
          /\d/.test(line.text) &&
          !ISSUE.test(line.text.trim())
          ? 'page number'
          : 'running head',
        [line],
      );
  });
}
