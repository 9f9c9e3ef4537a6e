import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteServer } from '../../src/build/site-server.ts';

/** A built site on a network that can be cut, with a log of requests. */
export interface CuttableSite {
  address: string;
  /** The paths requested so far, from the host’s root. */
  asked: string[];
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

/** Serves the site in a folder; `base` is the prefix of its links. */
export async function serveCuttable(folder: string, base: string): Promise<CuttableSite> {
  const site = siteServer(folder, base);
  const asked: string[] = [];
  let isCut = false;
  const server = createServer((request, response) => {
    if (isCut) {
      request.socket.destroy();
      return;
    }
    asked.push(request.url ?? '');
    site.emit('request', request, response);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    asked,
    cut: () => (isCut = true),
    mend: () => (isCut = false),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
