import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../src/build/archive.ts';
import { unpackSite } from '../../src/client/saved-site.ts';
import { judge } from '../../src/check/check-dossier.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { chapterMarkdown } from '../../src/render/chapter-markdown.ts';
import { frozenHtml } from '../../src/render/frozen-html.ts';
import { makePicture, pictureFiles } from '../../src/site/pictures.ts';
import { copiedDossier } from '../support/copied-dossier.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { runCommand } from '../support/run-command.ts';

const { dossier: canal, edition } = await fixtureDossier('canal');
const NAME = '47f663f81a9ca415.png';

const copy = copiedDossier('canal');

const read = async (): Promise<Dossier> => (await readDossier(copy.folder)).dossier!;
const reasons = async (): Promise<string[]> =>
  judge(await read())
    .filter(({ ruleId, level }) => ruleId === 'pictures-shown' && level === 'error')
    .map(({ reason, line }) => `${line} ${reason}`);
const lay = (name: string, content: string | Buffer): void => copy.write(`exhibits/${name}`, content);
/** The messages about an SVG that the exhibit names. */
const ofSvg = async (inside: string): Promise<string[]> => {
  lay('lock.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n${inside}\n</svg>`);
  copy.write(
    'exhibits/figure-2.yaml',
    copy.read('exhibits/figure-2.yaml').replace('summit-lock.png', 'lock.svg'),
  );
  rmSync(copy.path('exhibits/summit-lock.png'), { force: true });
  return reasons();
};

describe('a picture', () => {
  test('is named by its content hash, and also resized if it is wider than a narrow screen', async () => {
    const files = pictureFiles(canal);
    expect(files.map(({ name, width }) => [name, width])).toEqual([
      [NAME, undefined],
      ['47f663f81a9ca415-640.webp', 640],
    ]);
    const [whole, smaller] = await Promise.all(files.map(makePicture));
    expect(whole).toEqual(readFileSync('tests/fixtures/dossiers/canal/exhibits/summit-lock.png'));
    expect(smaller).toEqual(await makePicture(files[1]!));
    expect(smaller?.subarray(8, 12).toString()).toBe('WEBP');
  });

  test('is saved offline with the site, unlike generated images', async () => {
    const [picture] = pictureFiles(canal);
    const files = [`pictures/${NAME}`, 'share.png'].map((path) => ({ path, content: picture!.bytes }));
    const { content } = archiveOf(files, canal.settings.value.dossier);
    const kept = await unpackSite(new Blob([Buffer.from(content)]));
    expect([...kept].map(([path, { type }]) => [path, type])).toEqual([[`pictures/${NAME}`, 'image/png']]);
  });

  test('is in plain text with its alternative text and full address', () => {
    const chapter = canal.chapters.find(({ id, edition: own }) => id === '1-water' && own === 'fr')!;
    expect(chapterMarkdown(canal, edition('fr'), chapter)).toContain(
      `![Un bassin étroit entre deux portes ; le niveau y est marqué sur le mur.](https://example.org/canal/pictures/${NAME})`,
    );
  });

  test.each([
    ['that is too large', Buffer.alloc(5_000_001), /^4 summit-lock\.png: Unexpected file of 5000001 bytes/],
    [
      'that is another thing',
      Buffer.from('text'),
      /^4 Unexpected content of summit-lock\.png, expected a PNG/,
    ],
  ])('%s is refused at the exhibit’s reference to it', async (_, content, said) => {
    lay('summit-lock.png', content);
    expect(await reasons()).toEqual([expect.stringMatching(said)]);
  });

  test('that is outside the dossier is not read', async () => {
    rmSync(copy.path('exhibits/summit-lock.png'));
    symlinkSync(join(process.cwd(), 'docs/images/desk.png'), copy.path('exhibits/summit-lock.png'));
    expect(await reasons()).toEqual([expect.stringMatching(/points outside the dossier/)]);
  });

  test('that only a private edition shows is never published', async () => {
    const dossier = await read();
    const { settings } = dossier;
    const editions = settings.value.editions.map((one) => ({ ...one, private: true as const }));
    const privately = { ...dossier, settings: { ...settings, value: { ...settings.value, editions } } };
    const found = judge(privately).filter(({ ruleId }) => ruleId === 'pictures-shown');
    expect(found.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('Unexpected picture that no chapter shows'),
    ]);
  });
});

describe('an SVG', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', '<script>'],
    ['a handler', '<g onload="alert(1)"/>', 'onload'],
    ['HTML', '<foreignObject/>', '<foreignObject>'],
    ['an address that a change would bring in', '<set attributeName="href" to="x"/>', 'attributeName'],
    ['a link', '<a href="javascript:alert(1)"/>', 'href'],
    ['a picture from elsewhere', '<image href="https://example.org/a.png"/>', 'href'],
    ['a style from elsewhere', '<style>@import "a.css"</style>', 'style'],
    ['a colour from elsewhere', '<rect style="fill: url(https://example.org/#a)"/>', 'url('],
  ])('with %s is refused at its place', async (_, inside, named) => {
    expect(await ofSvg(inside)).toEqual([expect.stringMatching(/^2 Unexpected /)]);
    expect((await ofSvg(inside))[0]).toContain(named);
  });

  test('with drawings, internal references and an embedded picture is accepted', async () => {
    const own = '<g id="a"/><use href="#a" fill="url(#b)"/><image href="data:image/png;base64,AAAA"/>';
    expect(await ofSvg(own)).toEqual([]);
    expect(pictureFiles(await read())).toHaveLength(1);
  });
});

describe('a release', () => {
  test('shows the picture at a permanent address', () => {
    const segment = canal.chapters.flatMap(({ segments }) => segments).find(({ id }) => id === 'figure-2')!;
    const html = frozenHtml(canal).segment(segment);
    expect(html).toContain(`<img src="../../../../pictures/${NAME}" width="900" height="500" alt="A narrow`);
  });

  test('keeps the picture, and reports if it is lost or changed', async () => {
    await runCommand('release', ['--yes', '1.0.0'], { env: { DOSSIER: copy.folder } });
    const kept = copy.path(`releases/pictures/${NAME}`);
    const said = async (): Promise<string[]> =>
      judge(await read())
        .filter(({ ruleId }) => ruleId === 'release-kept')
        .map(({ reason }) => reason);
    expect(await said()).toEqual([]);
    lay('summit-lock.png', readFileSync('docs/images/desk.png'));
    expect(pictureFiles(await read()).map(({ name }) => name)).toContain(NAME);
    writeFileSync(kept, 'text');
    expect(await said()).toContain(
      `Unexpected change of releases/pictures/${NAME}, expected the picture that this release shows`,
    );
    rmSync(kept);
    expect(await said()).toContain(
      `Missing releases/pictures/${NAME}, expected the picture that this release shows`,
    );
  });
});
