import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readPackageFile } from '../config/package-file.ts';

/** Renders an SVG without text as a PNG, with the same bytes on every machine. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(readPackageFile('@resvg/resvg-wasm/index_bg.wasm'));
  await ready;
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } });
  return new Uint8Array(image.render().asPng());
}

// Can only be initialised once per process.
let ready: Promise<void> | undefined;
