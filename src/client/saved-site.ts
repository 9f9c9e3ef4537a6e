import type { SavedHead } from '../exchange/saved-site.ts';

/** The files of an archive, by path. `build/pack-site.ts` describes the format. */
export async function unpackSite(
  archive: Blob,
): Promise<Map<string, { content: Uint8Array<ArrayBuffer>; type: string }>> {
  // A host may have decompressed it already.
  const isPacked = new Uint8Array(await archive.slice(0, 2).arrayBuffer()).join() === '31,139';
  const stream = isPacked ? archive.stream().pipeThrough(new DecompressionStream('gzip')) : archive;
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());

  const headEnd = 4 + new DataView(packed.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(packed.subarray(4, headEnd))) as SavedHead;
  let read = headEnd;
  const number = (): number => {
    let [value, weight] = [0, 1];
    for (; packed[read]! > 127; weight *= 128) value += (packed[read++]! & 127) * weight;
    return value + packed[read++]! * weight;
  };

  const freshStart = headEnd + head.copies;
  const whole = new Uint8Array(head.files.reduce((sum, [, length]) => sum + length, 0));
  let [fresh, end, copied] = [freshStart, 0, 0];
  while (read < freshStart) {
    const own = number();
    const length = number();
    const away = number();
    whole.set(packed.subarray(fresh, fresh + own), end);
    fresh += own;
    end += own;
    copied += away % 2 ? -(away + 1) / 2 : away / 2;
    whole.copyWithin(end, copied, copied + length);
    end += length;
    copied += length;
  }
  whole.set(packed.subarray(fresh), end);

  let start = 0;
  return new Map(
    head.files.map(([path, length, type]) => [
      path,
      { content: whole.subarray(start, (start += length)), type },
    ]),
  );
}
