const STOP = /[。！？]|[.!?](?:\s|$)/;
/** A formula on a line of its own may end with the full stop of its sentence, and have a number. */
const CLOSE = /\.?\s*(?:[(（][\d.]+[)）])?\s*$/;

/** True if a text equates terms and is not a sentence. */
export const isFormula = (text: string): boolean =>
  /[=＝≈≤≥∝]/.test(text) && !STOP.test(/\p{L}{4}/u.test(text) ? text : text.replace(CLOSE, ''));
