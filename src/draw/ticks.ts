/** Places on a ruler as strokes; `draw` returns the path of each. */
export const ticks = (
  places: { at: number }[],
  draw: (at: number) => string,
  colour: string,
  width: number,
): string =>
  `<path d="${places.map(({ at }) => draw(at)).join('')}" stroke="${colour}" stroke-width="${width}"/>`;
