/** Whether the page is read from the reader’s own machine, where nobody else can open what stands at its address. */
export const isOwnMachine = (): boolean =>
  /^(?:|(?:.*\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(location.hostname);

/** An address as it can be handed on: the path alone, where it names no more than the reader’s own machine. */
export function handedOn(address: string): string {
  const { href, origin, pathname, hash } = new URL(address, location.href);
  return isOwnMachine() && origin === location.origin ? pathname + hash : href;
}
