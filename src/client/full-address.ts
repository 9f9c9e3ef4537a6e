/** Whether the page is served from the reader’s own machine, so that nobody else can open its address. */
export const isOwnMachine = (): boolean =>
  /^(?:|(?:.*\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/.test(location.hostname);

/** An address for use elsewhere: only the path if the host is the reader’s own machine. */
export function handedOn(address: string): string {
  const { href, origin, pathname, hash } = new URL(address, location.href);
  return isOwnMachine() && origin === location.origin ? pathname + hash : href;
}
