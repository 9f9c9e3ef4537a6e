import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Translations } from '../../i18n/translations.ts';
import { inLine } from '../book/columns.ts';
import type { Edition } from '../../model/settings.ts';
import { escapeXml } from '../../model/xml.ts';
import type { Bound } from '../book/bind.ts';
import type { BoundPart } from '../book/parts.ts';

/** A part of the book as XHTML. */
export const partDocument = ({ part, tree }: BoundPart, lang: string): string =>
  xhtml(textOf(part.title), lang, tree.children as ElementContent[]);

/** The navigation document: contents, printed pages, and the start of the text. */
export function navigation({ parts, pages }: Bound, editions: Edition[], lang: string): string {
  const link = (href: string, title: ElementContent[], type?: string): ElementContent =>
    h('a', { href, 'epub:type': type }, structuredClone(title));
  const list = (links: ElementContent[]): ElementContent =>
    h(
      'ol',
      links.map((one) => h('li', one)),
    );
  const heading = (say: (t: Translations) => string): ElementContent =>
    h(
      'h2',
      inLine(editions, (_, t) => say(t)),
    );
  const landmarks = parts.filter(
    ({ part: { type } }, i) => parts.findIndex(({ part }) => part.type === type) === i,
  );
  const contents = inLine(editions, (_, t) => t.nav.contents);
  const body = [
    h('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' }, [
      h('h1', contents),
      h(
        'ol',
        parts.map(({ part: { file, title, headings = [] } }) =>
          h('li', [
            link(file, title),
            headings.length > 0
              ? list(headings.map((one) => link(`${file}#${one.id}`, one.title)))
              : undefined,
          ]),
        ),
      ),
    ]),
    pages.length > 0
      ? h('nav', { 'epub:type': 'page-list', role: 'doc-pagelist' }, [
          heading((t) => t.ruler.pages),
          list(pages.map(({ page, href }) => h('a', { href }, String(page)))),
        ])
      : undefined,
    h('nav', { 'epub:type': 'landmarks' }, [
      heading((t) => t.front.read),
      list(
        landmarks.map(({ part: { file, type, title } }) =>
          link(file, title, type === 'chapter' ? 'bodymatter' : type),
        ),
      ),
    ]),
  ];
  return xhtml(textOf(contents), lang, h(null, body).children as ElementContent[]);
}

const textOf = (children: ElementContent[]): string => toString({ type: 'root', children } satisfies Root);

function xhtml(title: string, lang: string, children: ElementContent[]): string {
  const body = toHtml(
    { type: 'root', children },
    { closeSelfClosing: true, characterReferences: { useNamedReferences: false } },
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head><meta charset="utf-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" href="book.css"/></head>
<body>
${body}
</body>
</html>
`;
}
