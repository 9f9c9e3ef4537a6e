/** The styles of the page that shows the result of an import; they are embedded in the page. */
export const pageStyles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fff, #1b1b1b);
  --ink: light-dark(#1a1a1a, #e4e4e4);
  --quiet: light-dark(#666, #a0a0a0);
  --line: light-dark(#d5d5d5, #444);
  --heading: light-dark(#d9e8fb, #1d3a5c);
  --note: light-dark(#fdf0cf, #4a3c12);
  --work: light-dark(#e9e2f7, #3a2f55);
  --exhibit: light-dark(#ddf1e2, #1d4429);
  --out: light-dark(#e6e6e6, #3a3a3a);
  --doubt: light-dark(#a40000, #ff8f80);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, section { padding: 1rem clamp(0.75rem, 2vw, 2rem); }
header > * { max-width: 80ch; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1rem; margin: 0 0 0.5rem; }
a { color: inherit; }
nav { line-height: 2; }
section { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.5rem; border-top: 1px solid var(--line); }
section > h2 { grid-column: 1 / -1; }
svg.printed { width: 100%; height: auto; align-self: start; position: sticky; top: 0.5rem; border: 1px solid var(--line); font-family: serif; }
svg text { fill: var(--ink); }
svg line { stroke: var(--quiet); stroke-width: 0.5; }
svg rect { fill: transparent; }
svg a:hover rect, svg a:focus-visible rect { stroke: var(--ink); stroke-width: 0.7; }
svg .heading rect, svg .title rect { fill: var(--heading); }
svg .note rect { fill: var(--note); }
svg .work rect { fill: var(--work); }
svg .exhibit rect { fill: var(--exhibit); }
svg .left-out rect, svg .in-none rect { fill: var(--out); }
svg :target rect { stroke: var(--doubt); stroke-width: 1.5; }
svg .label { fill: var(--quiet); font-family: system-ui, sans-serif; }
svg .mark, svg .doubt text { fill: var(--doubt); font-weight: bold; }
ol.printed { margin: 0; padding: 0 0 0 3.5em; font-size: 0.85rem; overflow-wrap: anywhere; }
ol.printed li { padding: 0 0.3em; }
ol.printed li::marker { color: var(--quiet); }
.printed .heading, .printed .title, .thing.heading, .thing.title { background: var(--heading); }
.printed .note, .thing.note { background: var(--note); }
.printed .work, .thing.work { background: var(--work); }
.printed .exhibit, .thing.exhibit { background: var(--exhibit); }
.printed .left-out, .printed .in-none, .thing.left-out { background: var(--out); }
ol.printed .label { color: var(--quiet); font-size: 0.75rem; }
ol.printed .mark, ol.printed .doubt { color: var(--doubt); font-weight: bold; }
.made { font-size: 0.9rem; }
.thing { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0.75rem; padding: 0.25rem 0.5rem; margin-bottom: 0.25rem; overflow-wrap: anywhere; }
.thing .name { color: var(--quiet); font-size: 0.75rem; }
.thing.left-out { font-size: 0.75rem; white-space: pre-line; }
.thing.quotation > div { border-inline-start: 3px solid var(--line); padding-inline-start: 0.75rem; }
.thing.doubt { border: 1px solid var(--doubt); }
.thing.doubt .name { color: var(--doubt); }
:target { outline: 2px solid var(--doubt); outline-offset: 1px; }
pre { margin: 0.25rem 0; font-size: 0.8rem; overflow-x: auto; white-space: pre-wrap; }
.page-begins { color: var(--quiet); font-size: 0.75rem; border: 1px solid var(--line); border-radius: 2px; padding: 0 0.2em; margin-inline: 0.2em; }
@media (width < 50rem) { section { grid-template-columns: minmax(0, 1fr); } svg.printed { position: static; } }
`;
