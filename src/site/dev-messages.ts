import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { compareMessages, countMessages, formatMessage, type Message } from '../model/message.ts';
import { withBase } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { showsPrivate } from '../config/folder.ts';
import { withLastGood } from '../read/last-good.ts';
import { keepReading, readAnew } from '../read/read-dossier.ts';
import { shown as shownPath } from '../read/read-text.ts';
import type {} from './dev-middleware.ts';
import { messageBanner, pageOfMessages } from './message-banner.ts';
import { concernsPage } from './pages-concerned.ts';

export interface DevOptions {
  folder: string;
  /** The base path of the site. */
  base: string;
  /** What the rules of check find. */
  judge: (dossier: Dossier) => Message[];
  /** Is given the dossier that pages are to show, at the start and after each change. */
  show: (dossier: Dossier) => void;
}

/**
 * In `dev`, an edit anywhere in the dossier is seen at once. What does not fit is said on the terminal and on the pages
 * that it concerns; a file that cannot be read is shown as it was when it last could be. A build has none of this.
 */
export function devMessages({ folder, base, judge, show }: DevOptions): AstroIntegration {
  const state: DevState = { dossier: undefined, unreadable: [], judged: [] };
  return {
    name: 'dossier-dev-messages',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware, updateConfig }) => {
        if (command !== 'dev') return;
        addMiddleware({ entrypoint: new URL('./dev-middleware.ts', import.meta.url), order: 'pre' });
        updateConfig({ vite: { plugins: [chaptersAsRead(folder, state)] } });
      },
      'astro:server:setup': async ({ server, refreshContent }) => {
        const read = async (): Promise<void> => {
          const said = messagesOf(state);
          Object.assign(state, await readForPages(folder, judge, state.dossier));
          if (state.dossier) show(state.dossier);
          report(messagesOf(state), said);
        };
        globalThis.dossierBanner = (path) => bannerAt(state, path.slice(base.length - 1));
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          if (state.dossier || !pathname.endsWith('/')) return next();
          response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' });
          response.end(pageOfMessages(messagesOf(state), withBase(base, '/@vite/client')));
        });
        await read();
        server.watcher.add(folder);
        const change = debounced(async () => {
          const chapters = pathsOf(state.dossier);
          await read();
          if (pathsOf(state.dossier) !== chapters) await refreshContent?.({ loaders: ['dossier-chapters'] });
          // Astro loses its pages where modules are invalidated before it has made itself ready to serve them.
          await Reflect.get(server, Symbol.for('astro.devServerAppReady'));
          for (const { moduleGraph, hot } of Object.values(server.environments)) {
            moduleGraph.invalidateAll();
            // Which pages there are may have changed too.
            hot.send('astro:content-changed', {});
          }
          server.ws.send({ type: 'full-reload' });
        });
        server.watcher.on('all', (_event, path) => {
          if (isWithin(folder, path)) change();
        });
      },
    },
  };
}

interface DevState {
  /** What pages show; nothing where no reading has succeeded yet. */
  dossier: Dossier | undefined;
  /** What stands against reading a file. */
  unreadable: Message[];
  /** What the rules find in what could be read. */
  judged: Message[];
}

/** Which chapters there are, which is all that Astro keeps of them. */
const pathsOf = (dossier: Dossier | undefined): string =>
  dossier?.chapters.map(({ path }) => path).join('\n') ?? '';

const messagesOf = ({ unreadable, judged }: DevState): Message[] =>
  [...unreadable, ...judged].sort(compareMessages);

/** Reads and judges the folder, and has pages shown what was read, with what could last be read in place of the rest. */
async function readForPages(
  folder: string,
  judge: (dossier: Dossier) => Message[],
  before: Dossier | undefined,
): Promise<DevState> {
  // The rules judge what is published.
  const published = await readAnew(folder);
  const withPrivate = showsPrivate();
  const { dossier: fresh, messages } = withPrivate ? await readAnew(folder, { withPrivate }) : published;
  const dossier = fresh && before ? withLastGood(fresh, before) : (fresh ?? before);
  keepReading(folder, { withPrivate }, { dossier, messages });
  return { dossier, unreadable: messages, judged: published.dossier ? judge(published.dossier) : [] };
}

function bannerAt({ dossier, unreadable, judged }: DevState, address: string): string {
  if (!dossier) return '';
  const { concerning = [], elsewhere = [] } = Object.groupBy(judged, (message) =>
    concernsPage(dossier, address, message) ? 'concerning' : 'elsewhere',
  );
  return messageBanner([...unreadable, ...concerning], elsewhere);
}

/** Says on the terminal what was not said before, wherever its line is now. */
function report(messages: Message[], before: Message[]): void {
  const key = ({ file, ruleId, reason }: Message): string => [file, ruleId, reason].join(' ');
  const said = new Set(before.map(key));
  for (const message of messages.filter((one) => !said.has(key(one)))) console.log(formatMessage(message));
  if (messages.map(key).join() === before.map(key).join()) return;
  console.log(countMessages(messages));
}

/** Gives Astro the chapters as they were read, lest it compile one that cannot be, and leaves the reloading to us. */
function chaptersAsRead(folder: string, state: DevState): Plugin {
  return {
    name: 'dossier-chapters-as-read',
    enforce: 'pre',
    load: {
      filter: { id: /\.mdx(?:\?|$)/ },
      handler: (id) => state.dossier?.sources.get(shownPath(id.replace(/\?.*$/, ''))),
    },
    hotUpdate: ({ file }) => (isWithin(folder, file) ? [] : undefined),
  };
}

const isWithin = (folder: string, path: string): boolean => path.startsWith(folder + sep);

/** Runs at most once at a time, and once more after what came meanwhile; several saves at a stroke are one change. */
function debounced(work: () => Promise<void>): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => console.error(error));
    }, 50);
  };
}
