import { loweredCase, sentenceCase } from '../../src/cite/headline-case.ts';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportFormats } from '../../src/cite/export.ts';
import type { Work } from '../../src/model/work.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { worksOfEveryType } from '../support/works-of-every-type.ts';
import { fetchPackage } from './fetch-package.ts';
import type { Sweep } from './sweep.ts';

const start = promisify(execFile);

// Our exports for reference managers, read by independent programs.

export const name = 'exports';
export const covers =
  'the exports of the works in content/ for reference managers, read by biblatex-csl-converter, biber, BibTeX and pandoc';

export async function run(sweep: Sweep, folder: string): Promise<void> {
  const { dossier } = await readDossier('content');
  const works = dossier?.works.map(({ value }) => value) ?? [];
  const bib = join(folder, 'works.bib');
  const biblatex = join(folder, 'works.biblatex.bib');
  const ris = join(folder, 'works.ris');
  await writeFile(bib, exportFormats.bib.write(works));
  await writeFile(biblatex, exportFormats['biblatex.bib'].write(works));
  await writeFile(ris, exportFormats.ris.write(works));

  const converter = await fetchPackage('biblatex-csl-converter', '3.6.0');
  if (typeof converter === 'string') sweep.skipped.push(`what biblatex-csl-converter reads: ${converter}`);
  else
    for (const list of [works, worksOfEveryType()])
      sweep.failures.push(...byConverter((await converter.load()) as Converter, list));

  if (await isThere('biber')) sweep.failures.push(...(await byBiber(biblatex, folder, works)));
  else sweep.skipped.push('what biber reads: it is not installed (Debian: apt-get install biber)');

  for (const style of ['plain', 'gbt7714-numerical'])
    if (await hasStyle(style)) sweep.failures.push(...(await byBibtex(style, folder, works)));
    else
      sweep.skipped.push(
        `what BibTeX prints by ${style}: not installed (Debian: apt-get install texlive-bibtex-extra)`,
      );

  if (await isThere('pandoc')) {
    sweep.failures.push(...(await byPandoc(bib, 'bibtex', works)));
    sweep.failures.push(...(await byPandoc(biblatex, 'biblatex', works)));
    sweep.failures.push(...(await byPandoc(ris, 'ris', works)));
  } else sweep.skipped.push('what pandoc reads: it is not installed (Debian: apt-get install pandoc)');
}

const isThere = (program: string): Promise<boolean> =>
  start(program, ['--version']).then(
    () => true,
    () => false,
  );

/** The part of biblatex-csl-converter’s interface that is used here. */
interface Converter {
  BibLatexParser: new (text: string, options: object) => Parser;
  RISParser: new (text: string) => Parser;
  CSLExporter: new (entries: object, ids: false, options: object) => { parse: () => object };
}
interface Parser {
  parse: () => { entries: object; errors: unknown[] };
}

function byConverter({ BibLatexParser, RISParser, CSLExporter }: Converter, works: Work[]): string[] {
  const read = (parser: Parser): { items: Record<string, unknown>[]; errors: unknown[] } => {
    const { entries, errors } = parser.parse();
    const items = new CSLExporter(entries, false, { useEntryKeys: true }).parse();
    return { items: Object.values(items) as Record<string, unknown>[], errors };
  };
  const bib = read(
    new BibLatexParser(exportFormats['biblatex.bib'].write(works), { processUnexpected: true }),
  );
  const ris = read(new RISParser(exportFormats.ris.write(works)));
  const byId = new Map(bib.items.map((item) => [String(item['id']), digest(item)]));
  // From RIS, it generates its own keys, and lowercases titles.
  const titles = ris.items.map(({ title }) => plainTitle(title).toLowerCase());
  return [
    ...[...bib.errors, ...ris.errors].map((error) => `biblatex-csl-converter: ${JSON.stringify(error)}`),
    ...works.flatMap((work) => {
      const [found, wanted] = [byId.get(work.id), readings(work)];
      return wanted.some((one) => one === found)
        ? []
        : [`biblatex-csl-converter reads from BibTeX ${found} instead of ${wanted.join(' or ')}`];
    }),
    ...works.flatMap(({ id, title }, i) =>
      titles[i] === title.toLowerCase()
        ? []
        : [`biblatex-csl-converter reads from RIS ${titles[i]} as the title of ${id}`],
    ),
  ];
}

async function byBiber(bib: string, folder: string, works: Work[]): Promise<string[]> {
  const out = join(folder, 'read.bib');
  const options = ['--tool', '--nolog', '--validate-datamodel', `--output-file=${out}`, bib];
  const { stdout } = await start('biber', options);
  const warnings = stdout.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
  const read = (await readFile(out, 'utf8')).match(/^@\w+\{/gm)?.length ?? 0;
  return [
    ...warnings.map((warning) => `biber: ${warning}`),
    ...(read === works.length ? [] : [`biber reads ${read} of ${works.length} records`]),
  ];
}

const hasStyle = async (style: string): Promise<boolean> =>
  (await isThere('bibtex')) &&
  start('kpsewhich', [`${style}.bst`]).then(
    () => true,
    () => false,
  );

/** Checks a classic style’s output for works.bib: every title, and the journal and year of every article. */
async function byBibtex(style: string, folder: string, works: Work[]): Promise<string[]> {
  await writeFile(join(folder, 'works.aux'), `\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{works}\n`);
  const failed = await start('bibtex', ['works'], { cwd: folder }).then(
    () => [],
    (error: unknown) => [`BibTeX, ${style}: ${String(error)}`],
  );
  const entries = new Map(
    (await readFile(join(folder, 'works.bbl'), 'utf8'))
      .split(/\\bibitem(?:\[[^\]]*\])?/)
      .map((entry) => [/^\{([^}]+)\}/.exec(entry)?.[1] ?? '', printedText(entry)]),
  );
  return [
    ...failed,
    ...works.flatMap((work) => {
      const { id, type, title, issued, 'container-title': container } = work;
      const entry = entries.get(id) ?? '';
      const wanted = [
        title,
        ...(type.startsWith('article-') ? [container] : []),
        issued?.['date-parts'][0]?.[0],
      ].filter((part) => part !== undefined);
      // Styles may lower titles.
      const printed = entry.toLowerCase();
      const missing = wanted.filter((part) => !printed.includes(printedText(String(part)).toLowerCase()));
      return missing.length === 0 ? [] : [`BibTeX, ${style}: ${id} lacks ${missing.join(' | ')}`];
    }),
  ];
}

/** A text without TeX markup and line breaks. */
const printedText = (text: string): string =>
  text
    .replace(/%\n/g, '')
    .replace(/\\(?:newblock|em|allowbreak|url|doi)\b/g, '')
    .replace(/[{}\\~\s]/g, '');

async function byPandoc(
  file: string,
  format: 'bibtex' | 'biblatex' | 'ris',
  works: Work[],
): Promise<string[]> {
  const { stdout } = await start('pandoc', ['--from', format, '--to', 'csljson', file], { maxBuffer: 1e7 });
  const items: Record<string, unknown>[] = JSON.parse(stdout);
  const read = new Map(items.map((item) => [String(item['id']), digest(item)]));
  return works.flatMap((work) => {
    const [found, wanted] = [read.get(work.id), readings(work)];
    return wanted.some((one) => one === found)
      ? []
      : [`pandoc reads from ${format} ${found} instead of ${wanted.join(' or ')}`];
  });
}

/** A title without the markup that protects its case. */
const plainTitle = (title: unknown): string => String(title).replace(/<\/?span[^>]*>/g, '');

/**
 * Title and names on one line, regardless of how readers divide names into fields, what markup protects their case, and
 * at what depth they see quotation marks.
 */
/** The title and authors of a work as a reader may have them: readers of BibTeX lower titles, except in braces. */
const readings = (work: Work): string[] =>
  [work.title, work.custom?.sentenceTitle ?? sentenceCase(loweredCase(work.title))].map((title) =>
    digest({ ...work, title }),
  );

function digest(item: Record<string, unknown>): string {
  const names = (Array.isArray(item['author']) ? item['author'] : [])
    .map((name: Record<string, unknown>) =>
      ['dropping-particle', 'non-dropping-particle', 'family', 'given', 'literal']
        .map((part) => name[part])
        .filter(Boolean)
        .join(' '),
    )
    .filter((name) => name !== 'others');
  return [plainTitle(item['title']), ...names].join(' | ').replace(/[“”‘’"']/g, "'");
}
