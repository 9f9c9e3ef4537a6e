const STOP = /[。！？]|[.!?](?:\s|$)/;
/** A formula that stands on a line of its own may close the sentence that it is in, and have a number. */
const CLOSE = /\.?\s*(?:[(（][\d.]+[)）])?\s*$/;

/** True if a text sets terms equal and is no sentence. */
export const isFormula = (text: string): boolean =>
  /[=＝≈≤≥∝]/.test(text) && !STOP.test(/\p{L}{4}/u.test(text) ? text : text.replace(CLOSE, ''));
