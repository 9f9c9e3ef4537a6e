import { colours } from '../../draw/colours.ts';

/**
 * The book’s style sheet. Fonts, sizes and colours are left to the reader, so that the book stays legible in dark
 * mode.
 */
export const bookStyle = `
body { line-height: 1.6; }
h1, h2, h3 { line-height: 1.3; text-align: start; hyphens: none; break-after: avoid; }
h1 { font-size: 1.5em; margin: 1em 0 0.5em; }
h2 { font-size: 1.2em; margin: 1.6em 0 0.5em; }
h3 { font-size: 1em; margin: 1em 0 0.3em; }
p { margin: 0 0 0.7em; }
:lang(zh) { line-break: strict; text-autospace: normal; text-spacing-trim: normal; }
:lang(en) { hyphens: auto; }
a { text-decoration: none; }
a:not([role]) { color: inherit; text-decoration: underline dotted; text-decoration-thickness: 1px; text-underline-offset: 0.25em; }
sup { font-size: 0.7em; line-height: 0; vertical-align: 0.5em; }
sup.check-mark { margin-inline-start: 0.15em; font-family: sans-serif; }
.marked { white-space: nowrap; }
a.permalink:not([role]) { text-decoration: none; }
.permalink { margin-inline-end: 0.5em; font-size: 0.7em; font-family: sans-serif; opacity: 0.7; }
section > .permalink { display: block; margin: 0.8em 0 0; }
.page::before { content: "[" attr(data-page) "]"; font-size: 0.65em; font-family: sans-serif; opacity: 0.7; margin: 0 0.2em; }
.byline, .label, .remark, .source, small { font-size: 0.8em; }
.label { margin-top: 1.5em; padding-inline-start: 0.8em; border-inline-start: 3px solid ${colours.vermilion}; }
.pair { display: flex; flex-wrap: wrap; gap: 0.2em 1.5em; margin: 0 0 0.6em; }
.pair > div { flex: 1 1 17em; min-width: 0; }
.pair > div + div { opacity: 0.9; }
.pair[id] { break-inside: avoid; }
.pair p { margin: 0 0 0.3em; }
figure { margin: 1.2em 0; break-inside: avoid; }
figcaption { margin-top: 0.5em; font-size: 0.85em; }
svg { display: block; width: 100%; max-width: 34em; margin: 0 auto; }
.diagram { color: inherit; font-family: sans-serif; }
.diagram rect { fill: none; stroke: currentColor; }
.diagram text { fill: currentColor; text-anchor: middle; }
.box-label { font-size: 16px; font-weight: bold; }
.box-detail { font-size: 14px; }
.arrow { stroke: ${colours.vermilion}; fill: ${colours.vermilion}; }
table { width: 100%; border-collapse: collapse; font-size: 0.8em; line-height: 1.4; }
th, td { padding: 0.3em; border-bottom: 1px solid; text-align: start; vertical-align: top; }
cite { font-style: normal; }
blockquote { margin: 0 0 0.7em 1.2em; }
pre { white-space: pre-wrap; font-size: 0.8em; }
dl { margin: 0 0 0.7em; font-size: 0.85em; }
dt { margin-top: 0.3em; font-weight: bold; }
dd { display: inline; margin: 0 0.9em 0 0; }
.entry { margin: 0 0 1.2em; }
.notes, .remarks { margin-top: 2em; border-top: 1px solid; font-size: 0.9em; }
aside { margin: 0 0 0.7em; }
aside > .back { float: inline-start; margin-inline-end: 0.5em; }
aside p { margin: 0 0 0.2em; }
nav ol { list-style: none; padding-inline-start: 1em; }
`;
