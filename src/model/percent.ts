/** What a percent-encoded part of an address stands for; what is no percent-encoding stands for itself. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
