import type { Kind } from '../coverage.ts';
import { commonOffset } from '../pages.ts';
import { listFamilies, takeLists } from '../lists.ts';
import type { Line } from '../lines.ts';
import { sliceSource, sliceMapped, type MappedText } from '../mapped-text.ts';
import { toNote } from '../gather-notes.ts';
import type { SourceBlock, SourceDocument, SourceEntry, SourceMark } from '../source-document.ts';
import { learnSetting, unwrap } from '../unwrap.ts';
import { startWarnings } from '../warning.ts';
import { findArticleEnd } from './article-end.ts';
import { citedByMarks } from './cited-by-marks.ts';
import { correctWidths } from './correct-widths.ts';
import { composeAccents } from './compose-accents.ts';
import { findTitle } from './find-title.ts';
import { isNames } from '../front-matter.ts';
import { pageNumbersIn } from './furniture.ts';
import { bracketsOf, isBracketed, marksIn } from './marks.ts';
import type { PageContent } from './page-glyphs.ts';
import { withoutRaised, type TypeLine } from './page-lines.ts';
import { repairGlyphs } from './repair-glyphs.ts';
import type { Row } from './page-rows.ts';
import { NUMBER_ALONE, numberedHeadings } from './numbered-headings.ts';
import { groupLines, hasFormula, isCentred, learnSigns, opensBox } from './paragraphs.ts';
import { authorsIn, keywordsIn } from './side-box.ts';
import { nameControls } from './name-controls.ts';
import { takeContents } from './take-contents.ts';
import { findWrongFonts } from './wrong-fonts.ts';
import { licenceAtFoot, namesAbove } from './around-title.ts';
import { divideExhibits } from './divide-exhibits.ts';
import { dividePages } from './divide-pages.ts';
import { placeLines, type PlacedLine } from './place-lines.ts';
import { refusalOf } from './refuse-pages.ts';

/** A paper with this many marks for each note cites by numbers. */
const MARKS_A_NOTE = 4;

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

  const divided = dividePages(pages);
  const { type, bare, single, sheets, heads, bodies, footnotes, besides, boxed, crossed } = divided;
  const { source, starts, at, all } = placeLines(divided);
  const { warnings, warn } = startWarnings();
  if (repairs.length > 0)
    warn(
      0,
      `the text layer has other characters than the pages show; these are corrected: ${repairs.map(({ from, to, count }) => `${to === ' ' ? 'a space' : to} for U+${from.codePointAt(0)?.toString(16).toUpperCase()} (${count === 1 ? 'once' : `${count} times`})`).join(', ')}`,
    );
  for (const { name, sample } of wrongFonts)
    warn(
      Math.max(source.indexOf(sample.slice(0, 1)), 0),
      `the font ${name} has wrong characters in the text layer (${sample} …); what is set in it is unreadable: correct it by hand, or have the text recognised (by OCR) and import that`,
    );
  const omitted: SourceDocument['omitted'] = [];
  const omit = (kind: Kind, lines: Line[]): void => {
    for (const { start, end } of lines) omitted.push({ kind, content: sliceSource(source, start, end) });
  };

  for (const { start } of at(crossed))
    warn(start, 'many lines of this page cross its columns; the order of lines may be wrong');
  const [beside] = at(besides.flat());
  if (beside) {
    omit('other language', at(besides.flat()));
    warn(beside.start, 'there are two languages side by side; the right-hand column is in no chapter');
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
  const { exhibits, running, apart } = divideExhibits(withoutLists, sheets, type, inHeadings, firstSheet);
  for (const { start } of at(apart.inCells))
    warn(
      start,
      'lines with gaps form columns, but no caption calls them a table; they are read line by line as text',
      { is: 'left out' },
    );
  omit('editorial', at(apart.editorial));
  const loose = at(apart.loose);
  omit('table', loose);
  const tables = at(exhibits.flatMap(({ kind, caption }) => (kind === 'table' ? [caption] : [])));
  const isBelowTable = ({ sheet, start }: PlacedLine): boolean =>
    tables.some((caption) => caption.start < start && caption.sheet >= sheet - 1);
  for (const [i, line] of loose.entries())
    if (line.number !== (loose[i - 1]?.number ?? NaN) + 1)
      warn(
        line.start,
        'lines in small type that belong to no numbered figure or table; they are in no chapter',
        { is: isBelowTable(line) ? 'table' : 'paragraph' },
      );

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
  for (const [i, { kind, raw, first }] of groups.entries())
    if (kind === 'formula' && groups[i - 1]?.kind !== 'formula' && hasFormula(raw))
      warnings.push({
        offset: first.start,
        reason: 'a formula is read as text; its signs may be in a different order',
      });
  for (const { raw, first } of groups)
    if (opensBox(raw))
      warn(first.start, 'the words of a box are read as text; they may be at another place on the page', {
        is: 'left out',
      });
  const blocks = groups.map(({ kind, first, ...block }): SourceBlock =>
    kind === 'heading'
      ? { kind, level: { size: first.size, font: first.font, isCentred: isCentred(first) }, ...block }
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
      warn(
        lines[0]!.start,
        title.rival === undefined
          ? 'only its type suggests that this is the title'
          : `the title may be another text in large type: ${title.rival}`,
        { title: title.rival ?? content.text },
      );
  }

  omit('editorial', at(footnotes.strays.filter((line) => !isBehind(line))));
  const footNotes = ownNotes.map((note) => {
    const lines = at(note.lines);
    const entry = toNote({ ...note, lines, page: note.sheet }, unwrapLines);
    omitLabel(entry, lines);
    if (note.isDoubtful)
      warn(entry.start, `a line that begins with ${note.label} is taken for a note; it may be text`, {
        is: 'goes on',
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
      warn(
        offset,
        `hyphens that may only divide a word at the end of a line are ${decision} in these words: ${[...found.keys()].join(', ')}`,
      );
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

/**
 * The text of lines with its gaps; between words in Latin letters, and after a number, a line break is one too. Names
 * on lines of their own, of which one has a mark, are separated by commas.
 */
const rawOf = (lines: TypeLine[]): string => {
  const plain = lines.map(withoutRaised);
  const areNames =
    lines.length > 1 &&
    lines.some(({ raised }) => raised.length > 0) &&
    plain.every((line) => /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}\s*$/u.test(line) && isNames(line));
  if (areNames) return plain.map((line) => line.trim()).join(', ');
  return plain.reduce(
    (text, line) =>
      `${text}${(/[\p{Script=Latin}.,]$/u.test(text) && /^\p{Script=Latin}/u.test(line)) || NUMBER_ALONE.test(text) ? ' ' : ''}${line}`,
    '',
  );
};

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
