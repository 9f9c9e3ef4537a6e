import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atHand, leave, openPage } from '../support/open-page.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';
import { freePort, runBuild } from '../support/sites.ts';
import { isWhole } from '../support/whole.ts';

// One dossier with everything at once (an original and its unfinished translation, a table, formulas, no printed pages,
// dates in another century, cases with and without accounts) follows the manual’s steps with its commands only: from
// the first check to a release, and on to a site from which content was withdrawn.

const fixture = 'tests/fixtures/dossiers/canal';
const folder = mkdtempSync(join(tmpdir(), 'canal-'));
const shelf = join(folder, '研究 目录 a');
const [content, out] = [join(shelf, 'canal'), join(shelf, 'site')];
const illustrated = join(shelf, 'canal with a picture');
const base = '/dossiers/canal/';
const environment = { DOSSIER: content, OUT: out, SITE: `https://archive.example${base}` };

const outcomes: Record<
  'refused' | 'checked' | 'lost' | 'gone' | 'fragmentGone' | 'moved' | 'checkedAgain',
  Outcome
> = {} as never;
/** The responses of `npm run preview` before anything was withdrawn. */
let previewed: string;
let site: Served;
let page: Awaited<ReturnType<typeof openPage>>;

const command = (name: string, ...args: string[]): Promise<Outcome> =>
  runCommand(name, args, { env: environment });
const succeed = async (outcome: Promise<{ code: number; output: string }>): Promise<void> => {
  const { code, output } = await outcome;
  if (code !== 0) throw new Error(output);
};

beforeAll(async () => {
  mkdirSync(shelf);
  cpSync(fixture, content, { recursive: true });
  cpSync(fixture, illustrated, { recursive: true });
  edit(join(illustrated, 'chapters/en/1-water.mdx'), (text) =>
    text.replace('> A boat', '![The summit lock](summit.png)\n\n> A boat'),
  );
  outcomes.refused = await runCommand('check', [], { env: { ...environment, DOSSIER: illustrated } });
  outcomes.checked = await command('check');
  await succeed(command('permalinks'));
  if (isWhole) {
    await succeed(runBuild(environment));
    const preview = await serveBy('run preview');
    previewed = await (await fetch(`${preview.address}case/burst-bank/`)).text();
    await preview.close();
  }

  withdraw();
  outcomes.lost = await command('check');
  outcomes.gone = await command(
    'permalinks',
    '--gone',
    '/case/burst-bank/',
    'en=Told in the text alone.',
    'fr=Racontée dans le texte seul.',
  );
  outcomes.fragmentGone = await command(
    'permalinks',
    '--gone',
    '/en/cases/#first-boat',
    'en=No longer told apart.',
    'fr=N’est plus traité à part.',
  );
  outcomes.moved = await command('permalinks', '--move', '/term/water-toll/', '/term/lockage/');
  await succeed(command('release', '--yes', '1.0.0'));
  outcomes.checkedAgain = await command('check');
  site = await serveBy('start');
  page = await openPage('en/', { site: site.address });
});
afterAll(async () => {
  await leave(page);
  await site?.close();
  rmSync(folder, { recursive: true });
});

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Deletes two cases, one of them without an account, and renames a term and a chapter. */
function withdraw(): void {
  for (const slug of ['burst-bank', 'first-boat']) rmSync(join(content, 'cases', slug), { recursive: true });
  renameSync(join(content, 'terms/water-toll.yaml'), join(content, 'terms/lockage.yaml'));
  renameSync(join(content, 'chapters/en/3-silt.mdx'), join(content, 'chapters/en/3-mud.mdx'));
  for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:mdx|yaml)$/.test(file))
      edit(join(content, file), (text) =>
        text
          .replace(/\[([^\]]*)\]\(case:(?:burst-bank|first-boat)\)/g, '$1')
          .replace(/, case: (?:burst-bank|first-boat)/g, '')
          .replace(/(?<=term:|seeAlso: \[)water-toll/g, 'lockage')
          .replace('id: 3-silt', 'id: 3-mud'),
      );
}

interface Served {
  address: string;
  close: () => Promise<unknown>;
}

/** Starts one of our serving commands on a free port, and waits until it prints its address. */
async function serveBy(command: string): Promise<Served> {
  const port = String(await freePort());
  const child = spawn('npm', command.split(' '), {
    // Astro does not serve pages if it detects a test.
    env: { ...process.env, VITEST: undefined, ...environment, PORT: port },
    // A separate process group, since npm does not stop what it has started.
    detached: true,
  });
  const closed = once(child, 'close');
  let output = '';
  const address = `http://localhost:${port}${base}`;
  await new Promise<void>((resolve, reject) => {
    const hear = (piece: unknown): void => {
      output += String(piece);
      if (output.includes(`localhost:${port}`)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void closed.then(() => reject(new Error(output)));
  });
  return {
    address,
    close: () => {
      process.kill(-child.pid!);
      return closed;
    },
  };
}

/** The messages of check, without places. */
const reasons = ({ output }: Outcome, level: string): string[] =>
  [...output.matchAll(new RegExp(`^\\S.*? ${level} (\\S+ .*)$`, 'gm'))].map(([, said = '']) => said);

const open = async (path: string): Promise<Page> => {
  await page.goto(site.address + path);
  return page;
};
const textAt = async (selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).trim();

describe('before the release', () => {
  test('the manual names each command', () => {
    const pages = globSync('docs/how-to/*.md').map((path) => readFileSync(path, 'utf8'));
    for (const command of [
      'check',
      'permalinks',
      'build',
      'preview',
      'permalinks --gone',
      'permalinks --move',
      'release 1.0.0',
      'start',
    ])
      expect(pages.join()).toContain(`npx dossier ${command}`);
  });

  test('an image in a chapter is refused at its place, and nothing else', () => {
    expect(outcomes.refused.code).toBe(1);
    expect(outcomes.refused.output).toContain(
      `${join(illustrated, 'chapters/en/1-water.mdx')}:11:1 error no-code Unexpected image`,
    );
    expect(reasons(outcomes.refused, 'error')).toHaveLength(1);
    expect(reasons(outcomes.refused, 'todo')).toEqual(reasons(outcomes.checked, 'todo'));
  });

  test('without it there is no error, and the translation’s missing parts are todos', () => {
    expect(outcomes.checked.code).toBe(0);
    expect(reasons(outcomes.checked, 'error')).toEqual([]);
    expect(reasons(outcomes.checked, 'todo')).toEqual([
      'editions-named Missing account of the case “strike-of-1871” in edition fr, expected cases/strike-of-1871/fr.mdx',
      'segments-aligned Missing segment 2.1.3 in edition fr, expected it as in edition en',
      'chapters-written Missing chapter “3-silt” of edition fr, expected chapters/fr/3-silt.mdx',
      'paper-described Missing pages of the paper, expected in dossier.yaml: every reference needs them',
      'extent-reached Unexpected count of 11 paragraphs in edition fr, expected 15',
      'extent-reached Unexpected count of 9 notes in edition fr, expected 11',
      'interface-translated Missing interface in fr, expected src/i18n/fr.yaml in the engine',
    ]);
  });

  // Only audits have time for a build before the main one.
  test.runIf(isWhole)('preview shows the first build', () => {
    expect(previewed).toContain('The bank gave way in the night');
  });

  test('deleted content is reported, and following the advice resolves the messages', () => {
    expect(outcomes.lost.code).toBe(1);
    for (const command of [
      '--gone /case/burst-bank/ en="…" fr="…"',
      '--gone /case/first-boat/ en="…" fr="…"',
      '--move /term/water-toll/ /term/lockage/',
    ])
      expect(outcomes.lost.output).toContain(`npm run permalinks -- ${command}`);
    expect(outcomes.gone.output).toContain('/fr/cases/burst-bank/ is gone');
    expect(outcomes.fragmentGone.output).toContain('/fr/cases/#first-boat is gone');
    expect(outcomes.moved).toMatchObject({ code: 0 });
    expect(reasons(outcomes.checkedAgain, 'error')).toEqual([]);
    expect(reasons(outcomes.checkedAgain, 'todo')).toEqual(
      reasons(outcomes.checked, 'todo').map((reason) => reason.replaceAll('3-silt', '3-mud')),
    );
  });
});

describe('on the site', () => {
  const rows = {
    en: [
      ['Week', 'Below the mark', 'Boats', 'What the keeper wrote'],
      ['1', '2 in.', '61', 'Fair.'],
      ['5', '9 in.', '40', 'Half loads, by order'],
      ['10', '19 in.', '0', 'Q>0, “and no rain”'],
    ],
    fr: [
      ['Semaine', 'Sous la marque', 'Bateaux', 'Ce que nota l’éclusier'],
      ['1', '2 pouces', '61', 'Beau.'],
      ['5', '9 pouces', '40', 'Demi-charges, sur ordre'],
      ['10', '19 pouces', '0', 'Q>0, «\u00a0et pas de pluie\u00a0»'],
    ],
  };

  test.each([
    ['en/1-water/', ['en']],
    ['fr/1-water/', ['fr']],
    ['p/1.1.2/', ['en', 'fr']],
    ['parallel/1-water/', ['en', 'fr']],
    ['v/1.0.0/en/1-water/', ['en']],
    ['v/1.0.0/fr/1-water/', ['fr']],
  ] as const)('%s has every cell of the table', async (path, editions) => {
    await open(path);
    const tables = await page.locator('table', { has: page.locator('math') }).evaluateAll((found) =>
      found.map((table) =>
        [...table.querySelectorAll('tr')].map((row) =>
          [...row.cells].map((cell) => {
            const copy = cell.cloneNode(true) as HTMLElement;
            for (const source of copy.querySelectorAll('annotation')) source.remove();
            return copy.textContent;
          }),
        ),
      ),
    );
    expect(tables).toEqual(editions.map((edition) => rows[edition]));
    const [cell] = await page
      .locator('table:has(math) td')
      .evaluateAll((cells) => cells.map((one) => getComputedStyle(one).paddingInlineStart));
    expect(cell).toBe('8px');
  });

  test('formulas are typeset, with their TeX source, in both editions', async () => {
    await open('parallel/1-water/');
    const formulas = page.locator('[id="p1.0.1"] math');
    expect(await formulas.locator('annotation').allTextContents()).toEqual(['Q = nV + eA', 'Q = nV + eA']);
    for (const formula of await formulas.all())
      expect((await formula.boundingBox())!.width).toBeGreaterThan(40);
  });

  test('a neutral page has the original, the translation and their notes', async () => {
    await open('p/1.2.1/');
    for (const said of [
      'A keeper had a house, a garden and 14 shillings a week.',
      'Un éclusier avait une maison, un jardin et 14 shillings par semaine.',
      'Merle, Les gens de l’écluse, 88‑90',
    ])
      expect(await page.locator('main').innerText()).toContain(said);
    await open('parallel/2-tolls/');
    const [original, translation] = await Promise.all(
      ['en', 'fr'].map((lang) => page.locator(`[id="p2.1.2"] [lang|=${lang}]`).first().boundingBox()),
    );
    expect(original!.x + original!.width).toBeLessThanOrEqual(translation!.x);
  });

  test('no page mentions printed pages of the paper, and no reference contains one', () => {
    const files = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:html|md|json|txt|csv)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(150);
    const signs = [
      /(?<!data-from=")data-page="\d/,
      /class="pages"/,
      /citation_(?:first|last)page/,
      /those of the printed paper/,
      // Other than templates, which name no page.
      /"pages?":(?! ?(?:null|"1-19"|"und_|"[^"]*\{\}))/,
      // Every form of a reference to the paper or its translation runs from title to year without a page.
      /Still Water: A Canal[^<{]*?\b(?:pp?\.|SP {2}-) ?\d/,
    ];
    const found = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return signs.flatMap((sign) => {
        const at = text.search(sign);
        return at < 0 ? [] : [`${file.slice(out.length)}: ${text.slice(Math.max(0, at - 60), at + 90)}`];
      });
    });
    expect(found).toEqual([]);
  });

  test.each(['en', 'fr'])(
    'the timeline of %s has a sign for every date, from the first year to the last',
    async (edition) => {
      await open(`${edition}/timeline/`);
      const years = await page.locator('.years li span').allTextContents();
      expect([years[0], years.at(-1)]).toEqual(['1840', '1912']);
      expect(await page.locator('.years :is(i, svg)').count()).toBe(11);
      expect(await page.locator('.dates li').count()).toBe(11);
    },
  );

  test('a case without an account has a page, and one with an account in one edition has one in both', async () => {
    await open('en/cases/');
    expect(await textAt('#tow-path')).toMatch(/^The tow-path\s+Farmers asked to be paid in water/);
    await open('en/cases/tow-path/');
    expect(await textAt('main')).not.toContain('The editors’ account');
    await open('fr/cases/strike-of-1871/');
    expect(await textAt('main')).toMatch(/Editors’ account\s+Not yet in this edition\./);
  });

  test('the front page of a release begins with the reader’s language', async () => {
    await open('v/1.0.0/');
    expect(await page.locator('script[src$="/own-language-first.js"]').count()).toBe(1);
    const places = (): Promise<number[]> =>
      page
        .locator('.editions > section')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => x + y));
    const [first = 0, second = 0] = await places();
    expect(first).toBeLessThan(second);
    await page.evaluate(() => (document.documentElement.dataset['first'] = '2'));
    const [later = 0, sooner = 0] = await places();
    expect(sooner).toBeLessThan(later);
  });

  test('the page for choosing a language gives the argument in brief: in a wide window in all, otherwise in one of them', async () => {
    await open('');
    expect(await page.locator('.thesis').count()).toBe(2);
    const shown = page.locator(':is(.thesis, .gains):visible');
    expect(await shown.count()).toBe(4);
    const wide = page.viewportSize()!;
    await page.setViewportSize({ ...wide, width: 390 });
    expect(await shown.count()).toBe(2);
    await page.setViewportSize(wide);
  });

  test('source checks are listed by outcome, and each has its page', async () => {
    await open('en/');
    expect(await page.locator('.gains').innerText()).toContain(
      '3 claims have been examined against sources; 1 could not be decided.',
    );
    await open('en/checks/');
    expect((await page.locator('.groups').innerText()).split(/\s*\n\s*/)).toEqual([
      'Differ from the source 1',
      'Agree 1',
      'Undecided 1',
      'By chapter',
      'By source',
    ]);
    // What rests on the sources themselves is higher in the bar than what rests on reports.
    const parts = await page
      .locator('.check-counts rect')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('class'), one.getBoundingClientRect().height]),
      );
    expect(parts.map(([name]) => name)).toEqual(['substance', 'agrees', 'undecided']);
    expect(Number(parts[0]![1])).toBeGreaterThan(Number(parts[2]![1]));
    const headings = () => page.locator('main section.remarks h2:visible').allInnerTexts();
    const departures = 'Differ from the source 1';
    expect(await headings()).toEqual([departures, 'Agree 1', 'Undecided 1']);
    const unread = page.locator('#check-10a summary');
    expect(await unread.isVisible()).toBe(false);
    await page.locator('.groups a[href="#sources"]').click();
    await page.locator('.check-links a[href="#check-10a"]').click();
    await unread.waitFor();
    await open('en/checks/');
    await page.locator('.check-groups a[href$="#not-to-be-had"]').click();
    await unread.waitFor();
    const verdict = page.getByLabel('Verdict');
    await verdict.selectOption('agrees');
    expect(await headings()).toEqual(['Agree 1']);
    expect(await page.locator('.check:visible').count()).toBe(1);
    expect(await verdict.locator('option').allInnerTexts()).toEqual([
      'All',
      'disagrees (1)',
      'agrees (1)',
      'undecided (1)',
    ]);
    expect(new URL(page.url()).searchParams.get('verdict')).toBe('agrees');
    // Each verdict that departs from the source is an anchor, too.
    await open('en/');
    await open('en/checks/#differs');
    expect(await headings()).toEqual([departures]);
    await open('en/1-water/');
    await page.locator('.byline').getByRole('link', { name: 'Source checks 2' }).click();
    await page.waitForURL(/\/en\/checks\/#in-1-water$/);
    const claims = page.locator('#in-1-water .check-links li');
    await expect.poll(() => claims.filter({ visible: true }).count()).toBe(2);
    expect(
      await page.getByRole('link', { name: 'Read this chapter' }).first().getAttribute('href'),
    ).toContain('/en/1-water/');
    await page.locator('#check-4a .verdict a').click();
    await page.waitForURL(`${site.address}en/check/4a/`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'In the paper: No rain fell for 71 days',
    );
    await page.getByText('Show the French too').click();
    for (const said of ['The keeper counted 61 days without rain.', 'L’éclusier compta 61 jours sans pluie.'])
      expect(await textAt('main')).toContain(said);
    expect(await page.locator('main [lang|=fr] .words q').innerText()).toBe('sixty-one evenings dry');
  });

  test('an undecided source check has its sign in the text, but is in the margin only if a reader asks for it', async () => {
    await open('en/2-tolls/');
    const sign = page.locator('.check-mark[data-sign="◇"]');
    expect(await sign.count()).toBe(1);
    expect(await sign.isVisible()).toBe(true);
    await page.locator('[data-placed]').first().waitFor();
    const card = page.locator('.remarks li', { has: page.locator('#check-10a') });
    expect(await card.isVisible()).toBe(false);
    await page.evaluate(() => (document.documentElement.dataset['signs'] = 'all'));
    expect(await card.isVisible()).toBe(true);
    await open('p/2.2.1/');
    expect(await page.locator('#remarks').innerText()).toContain('wrote nothing after ten o’clock');
  });

  test('beside the text, a source check is written in one way, its verdict first, with or without room', async () => {
    await open('en/1-water/');
    await page.locator('.remarks[data-placed]').waitFor({ state: 'attached' });
    const check = page.locator('#check-4a');
    const written = () =>
      check.evaluate((one) => {
        const [claim, verdict] = ['.claim', '.verdict'].map((part) => one.querySelector<HTMLElement>(part)!);
        const { clipPath } = getComputedStyle(verdict!);
        return { before: getComputedStyle(claim!, '::before').content, clipPath, link: verdict!.innerText };
      });
    const whole = await written();
    expect(whole.before).toContain(`≠ ${await check.locator('.verdict a').innerText()}`);
    expect(whole.clipPath).not.toBe('none');
    await check.evaluate((one) => one.closest('li')!.toggleAttribute('data-folded', true));
    expect(await written()).toEqual(whole);
  });

  test('on paper, source checks have their numbers, and those without a difference are left out', async () => {
    await open('en/1-water/');
    const claims = page.locator('.remarks .claim');
    await page.emulateMedia({ media: 'print' });
    expect(await claims.count()).toBe(2);
    const printed = claims.filter({ visible: true });
    expect(
      await printed.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content)),
    ).toEqual(['"≠ 4a In the paper:"']);
    expect(
      await page.locator('.remarks > ol').evaluate((one) => getComputedStyle(one, '::before').content),
    ).toContain(`${base}en/checks/`);
    expect(
      await page.locator('.remarks > summary').evaluate((one) => getComputedStyle(one, '::after').content),
    ).toBe('"1 of 2"');
    await page.evaluate(() => (document.documentElement.dataset['signs'] = 'all'));
    expect(await printed.count()).toBe(2);
    await page.emulateMedia({ media: null });
  });

  test('the page about the dossier says which signs differ in substance', async () => {
    await open('en/about/');
    expect(await page.locator('.legend').innerText()).toContain(
      'Elsewhere, the claims marked ≠ are together said to “differ in substance”.',
    );
  });

  test('an editors’ note has the number of its paragraph on paper', async () => {
    await open('en/1-water/');
    await page.emulateMedia({ media: 'print' });
    const numbers = await page
      .locator('.remarks .editor-note')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
    await page.emulateMedia({ media: null });
    expect(numbers).toEqual(['"1.1.2 "']);
  });

  test('a printed page ends with its reference, in one style', async () => {
    await open('en/cases/dry-summer/');
    await page.emulateMedia({ media: 'print' });
    const said = await page
      .locator('.cite dd')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => `${getComputedStyle(one, '::before').content} ${one.textContent}`),
      );
    await page.emulateMedia({ media: null });
    expect(said).toEqual([expect.stringMatching(/^"Cite as: " .*Still Water/)]);
  });

  test('the list of source checks can be filtered by words', async () => {
    await open('en/checks/');
    await page.getByLabel('Filter').fill('ten o’clock');
    expect(await page.locator('output').innerText()).toBe('1 source check');
    expect(await page.locator('#check-10a').isVisible()).toBe(true);
    expect(await page.locator('.check:visible').count()).toBe(1);
    await page.getByLabel('Filter').fill('');
    expect(await page.locator('output').innerText()).toBe('3 source checks');
  });

  test.each([
    'en/1-water/',
    'fr/1-water/',
    'p/1.1.2/',
    'note/4/',
    'en/works/summit-lock-1858/',
    'v/1.0.0/fr/1-water/',
  ])('%s shows the finding of a source check', async (path) => {
    await open(path);
    // A margin may abridge it until it is opened.
    expect(await page.locator('main').textContent()).toContain(
      path.includes('fr/') ? 'compta 61 jours sans pluie' : 'counted 61 days without rain',
    );
  });

  test('a note that opens at its mark ends with the verdicts of its checks', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('en/1-water/');
    await page.locator('#note-4-mark').click();
    const sheet = page.getByRole('dialog', { name: 'Note 4' });
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(
      /No rain fell for 71 days\s+disagrees\s*according to the source itself/,
    );
    expect(await sheet.getByRole('link', { name: 'disagrees' }).getAttribute('href')).toMatch(
      /\/check\/4a\/$/,
    );
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test('a case opens its passages in another language on a click', async () => {
    await open('en/cases/dry-summer/');
    const [own, other] = ['en', 'fr'].map((lang) => page.locator(`.passages [lang|=${lang}]`).first());
    expect([await own!.isVisible(), await other!.isVisible()]).toEqual([true, false]);
    await page.locator('.other > summary').click();
    expect(await other!.isVisible()).toBe(true);
  });

  test('a page of a release says whose words it has, and of which paper', async () => {
    for (const path of ['v/1.0.0/fr/1-water/', 'v/1.0.0/p/1.1.2/']) {
      await open(path);
      expect(await textAt('.byline[lang|=fr]')).toMatch(/Translated by .* from .* \(in English\), .*1931/);
    }
  });

  test('a case shows that one of its passages differs from its source, and later events separately from the paper', async () => {
    await open('en/cases/');
    expect(await textAt('#dry-summer .outcomes')).toBe('disagrees 1');
    await open('en/1-water/');
    await atHand(page);
    await page.locator('[data-segments] a[href$="/cases/dry-summer/"]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#preview .summary').waitFor();
    expect(await textAt('#preview')).toMatch(
      /Where the paper discusses this case, 1 claim .*\s+Since then: 1921/,
    );
    await open('en/cases/dry-summer/');
    expect(await page.locator('main a[href$="/check/4a/"]').count()).toBeGreaterThan(0);
    expect(await textAt('.since')).toMatch(
      /^Since then\s+Added by this dossier’s editors .*\s+1921\s+No rain fell for 80 days\.\s+The Driest Summer/,
    );
    expect(await page.locator('.since a').getAttribute('href')).toBe('https://example.org/driest');
    expect(await textAt('.since')).not.toContain('L’été');
    await open('fr/cases/dry-summer/');
    expect(await textAt('.since')).toMatch(/The Driest Summer\s+\[L’été le plus sec\]/);
    await open('en/cases/dry-summer/');
    expect(await textAt('main')).toMatch(
      /This summary follows the paper of 1931\. Later events are described separately below\.[^]*Since then/,
    );
    // A case without later events has nothing to tell the summary from.
    await open('en/cases/burst-bank/');
    expect(await textAt('main')).not.toContain('This summary follows');
    await open('fr/cases/dry-summer/');
    expect(await textAt('.since')).toMatch(/The Driest Summer\s+\[L’été le plus sec\]\s+Lower Port Herald/);
  });

  test.each([
    ['en/1-water/', 'A narrow basin', true],
    ['fr/1-water/', 'Un bassin étroit', true],
    ['parallel/1-water/', 'A narrow basin', true],
    ['fr/exhibits/figure-2/', 'Un bassin étroit', true],
    ['v/1.0.0/fr/1-water/', 'Un bassin étroit', false],
  ])(
    '%s shows the picture with its alternative text, and reserves its space',
    async (path, said, hasSizes) => {
      await open(path);
      const picture = page.getByRole('img', { name: said });
      await picture.scrollIntoViewIfNeeded();
      const size = () => picture.evaluate((img: HTMLImageElement) => [img.complete, img.naturalWidth > 0]);
      await expect.poll(size).toEqual([true, true]);
      expect(await picture.getAttribute('width')).toBe('900');
      expect((await picture.getAttribute('srcset'))?.includes('-640.webp 640w') ?? false).toBe(hasSizes);
      const { width, height } = (await picture.boundingBox())!;
      expect(width / height).toBeCloseTo(900 / 500, 1);
    },
  );

  test('a search finds a picture by its description', async () => {
    await open('en/search/?q=narrow+basin');
    expect(await page.locator('.exact a.place').first().getAttribute('href')).toContain(
      '/exhibits/figure-2/',
    );
    expect(await page.locator('.exact small a').first().getAttribute('href')).toMatch(
      /\/en\/exhibits\/figure-2\/$/,
    );
  });

  test('a search finds source checks, and filters them by verdict', async () => {
    await open('en/search/?q=the+keeper');
    await page.locator('.exact a.place').first().waitFor();
    await page.locator('.filters summary').click();
    await page.locator('select[name=kind]').selectOption('check');
    await page.locator('select[name=verdict]').selectOption('differs');
    expect(await page.locator('.exact a.place').allInnerTexts()).toEqual([
      'In the paper: No rain fell for 71 days',
    ]);
    expect((await page.locator('.exact li').first().innerText()).replaceAll('\u00a0', ' ')).toContain(
      'source check · disagrees · by the editors',
    );
  });

  test('withdrawn content gives the reason at each of its addresses', async () => {
    for (const [path, reasons] of [
      ['case/burst-bank/', ['Told in the text alone.', 'Racontée dans le texte seul.']],
      ['fr/cases/burst-bank/', ['Racontée dans le texte seul.']],
    ] as const) {
      expect((await fetch(site.address + path)).status).toBe(200);
      await open(path);
      for (const reason of reasons) expect(await textAt('main')).toContain(reason);
    }
    await open('fr/cases/#first-boat');
    expect(await textAt('#first-boat')).toContain('N’est plus traité à part.');
    await expect.poll(() => page.locator('#first-boat').isVisible()).toBe(true);
  });

  test('a former address redirects to the new one, in each language, with the place on its page', async () => {
    for (const [from, to] of [
      ['term/water-toll/', 'term/lockage/'],
      ['en/3-silt/#p3.0.1', 'en/3-mud/#p3.0.1'],
      ['fr/terms/water-toll/', 'fr/terms/lockage/'],
    ] as const) {
      await open(from);
      await page.waitForURL(site.address + to);
    }
    expect(await textAt('main')).toContain('Ce que paie un bateau pour l’eau');
  });

  test('the release shows its text, and what is untranslated', async () => {
    await open('v/1.0.0/fr/2-tolls/');
    expect(await textAt('main')).toContain('refusèrent pendant 9 semaines de les déplacer.');
    await page.getByRole('link', { name: 'querelle du chemin de halage' }).click();
    await page.waitForURL(`${site.address}v/1.0.0/p/2.1.3/`);
    expect(await textAt('main')).toContain('Farmers let the horses pass for nothing');
  });

  test('the passages of a release are cited in it, selected or as a whole', async () => {
    await open('v/1.0.0/fr/2-tolls/');
    const passage = page.locator('[data-wording=fr]').first();
    await passage.evaluate((element) => getSelection()?.selectAllChildren(element));
    const bar = page.locator('.cite-selection');
    await bar.getByRole('combobox').selectOption('chicago');
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain');
    });
    expect(copied).toContain(`${environment.SITE}v/1.0.0/fr/2-tolls/#p2.0.1`);
    expect(copied).not.toContain('Farmers');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await bar.waitFor({ state: 'hidden' });
    await page.locator('a[data-cite]').first().click();
    await page.locator('section.cite').getByText('release 1.0.0').first().waitFor();
    await open('v/1.0.0/p/2.1.1/');
    await page.locator('a[data-cite][data-of=fr]').click();
    await expect.poll(() => textAt('section.cite')).toContain(`${environment.SITE}v/1.0.0/p/2.1.1/`);
  });

  test.each([
    ['.remark', 'not the author’s words.', 'check-3a'],
    ['.notes li', 'Translation by la Société du canal', 'note-3'],
    ['figure', 'Translation by la Société du canal', 'figure-2'],
  ])('a release offers only a link to a remark, a note or a table: %s', async (selector, credit, id) => {
    await open('v/1.0.0/fr/1-water/');
    await page
      .locator(selector)
      .first()
      .evaluate((element) => getSelection()?.selectAllChildren(element));
    const bar = page.locator('.cite-selection');
    await bar.waitFor();
    expect(await bar.getByRole('combobox').isVisible()).toBe(false);
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return clipboardData.getData('text/plain');
    });
    expect(copied).toContain(credit);
    expect(copied).toMatch(new RegExp(`/v/1\\.0\\.0/fr/1-water/#${id}$`));
  });

  test.each([
    ['en', 'lockful', 'en/2-tolls/#p2.0.1'],
    ['fr', 'ecluse de faite', 'fr/1-water/#p1.0.1'],
    ['fr', 'Demi-charges, sur ordre', 'fr/1-water/#p1.1.2'],
  ])('a search in %s for %s links to its place', async (edition, query, place) => {
    await open(`${edition}/search/?q=${encodeURIComponent(query)}`);
    const hits = page.locator('.exact a.place');
    await hits.first().waitFor();
    const found = await hits.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const [hit] = found.filter((href) => href.replace(/\?[^#]*/, '') === site.address + place);
    expect(found).toContain(hit);
    await page.goto(hit!);
    await page.waitForFunction(() => (CSS.highlights.get('search-hit')?.size ?? 0) > 0);
  });

  test('the translation is labelled and cited as a translation', async () => {
    await open('fr/2-tolls/');
    expect(await textAt('footer .label')).toMatch(
      /^Translation by la Société du canal of the author’s text; not the author’s own words\. The paper is in English: Ida Sample, /,
    );
    await open('en/2-tolls/');
    expect(await textAt('footer .label')).toMatch(/^The author’s own text: Ida Sample, /);
    await open('p/2.1.1/');
    expect(await page.locator('[lang=fr] .cite, .cite').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          `Ida Sample, «\u00a0L’eau dormante\u00a0: un canal entre deux ports, 1840-1912\u00a0», translation, in Les éditeurs de l’exemple, éd., L’eau dormante\u00a0: un dossier, release 1.0.0, trad. par la Société du canal, 1932, Paragraph 2.1.1, ${environment.SITE}v/1.0.0/p/2.1.1/`,
        ),
      ]),
    );
    await open('fr/');
    expect(await textAt('main')).toContain('Title translated by la Société du canal.');
  });

  test('a source check shows its permalink, with the public address', async () => {
    await open('check/3a/');
    const permalink = page.locator('.own-address').first();
    expect(await permalink.getByRole('link').innerText()).toBe(`${environment.SITE}check/3a/`);
    expect(await permalink.innerText()).not.toContain('local copy');
  });

  test.each(['en/check/3a/', 'en/checks/'])(
    'the words that a source check quotes are the source’s, those around them the editors’: %s',
    async (path) => {
      await open(path);
      const copied = (selector: string): Promise<string> =>
        page.evaluate(async (wanted) => {
          const card = document.querySelector(`:is(#check-3a, main .check.whole)`)!;
          const details = card.closest('details');
          if (details) details.open = true;
          getSelection()?.selectAllChildren(wanted === '' ? card : card.querySelector(wanted)!);
          await new Promise((done) => setTimeout(done, 1000));
          const clipboardData = new DataTransfer();
          const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
          document.dispatchEvent(event);
          return clipboardData.getData('text/plain');
        }, selector);
      const words = 'shall be painted upon the upper gate';
      expect(await copied('q')).toMatch(
        new RegExp(`^${words}\n\nWords within the quotation marks are the source’s\\.\n`),
      );
      expect(await copied('.verdict + p')).toMatch(
        /\n\nBy the dossier’s editors, not the author’s words\.\n/,
      );
      expect(await copied('')).toContain(`“${words}”`);
    },
  );

  test('links to content that the translation lacks go to its own page, which says so', async () => {
    await open('fr/2-tolls/');
    await page.getByRole('link', { name: 'querelle du chemin de halage' }).click();
    await page.waitForURL(`${site.address}fr/p/2.1.3/`);
    expect(await textAt('main')).toContain('Farmers let the horses pass for nothing');
    expect(await textAt('main')).toContain('Not yet in this edition.');
    for (const [path, place, id] of [
      ['fr/timeline/', 'li:has-text("Les remorqueurs")', '3.0.1'],
      ['fr/data/', 'tr:has-text("Les remorqueurs")', '3.0.1'],
      ['fr/cases/', '#tow-path', '2.1.3'],
    ] as const) {
      await open(path);
      expect(await page.locator(`${place} a[href="${base}fr/p/${id}/"]`).allTextContents(), path).toEqual([
        id,
      ]);
    }
  });

  test.each([
    'fr/1-water/',
    'p/1.1.2/',
    'fr/timeline/',
    'parallel/2-tolls/',
    'fr/data/',
    'v/1.0.0/fr/1-water/',
  ])('%s fits a narrow window', async (path) => {
    await page.setViewportSize({ width: 360, height: 700 });
    await open(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('its pages use its public address, and log no errors', async () => {
    await open('fr/2-tolls/');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
      `${environment.SITE}fr/2-tolls/`,
    );
    expect((await fetch(new URL('/', site.address))).status).toBe(404);
    expect(page.complaints).toEqual([]);
  });
});
