import * as OpenCC from 'opencc-js';

/** Simplified characters, traditional ones by OpenCC's standard, of Taiwan and of Hong Kong, and Japanese ones. */
type Script = 'cn' | 't' | 'tw' | 'hk' | 'jp';

const converters = new Map<string, (text: string) => string>();

/** Turns a text from one script into another; its dictionaries are loaded when it is first asked for: that takes long. */
export function converter(from: Script, to: Script): (text: string) => string {
  const name = `${from} ${to}`;
  const convert = converters.get(name) ?? OpenCC.Converter({ from, to });
  converters.set(name, convert);
  return convert;
}
