import { extname, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AstroIntegration, RefreshContentOptions } from 'astro';
import type { DevEnvironment, Plugin, RunnableDevEnvironment } from 'vite';
import {
  compareMessages,
  countMessages,
  formatMessage,
  placeOfMessage,
  type Message,
} from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { showsPrivate } from '../config/folder.ts';
import { withLastReadable } from '../read/last-readable.ts';
import { keepReading, readAnew } from '../read/read-dossier.ts';
import { typedPath } from '../read/read-text.ts';
import type {} from './dev-middleware.ts';
import { besidePassages } from './beside-passages.ts';
import { deskPage, NOTHING, pageOfMessages } from './desk.ts';
import { searchFiles } from './dev-search.ts';
import { besideHtml, messageBanner } from './message-banner.ts';
import { concernsPage, idOf } from './where-seen.ts';
import type { DevOptions } from '../site/config.ts';
import { chapterModulesId } from '../site/vite-plugins.ts';

/**
 * In `dev`, shows every edit in the dossier at once. Messages appear on the terminal, at the desk and on the pages that
 * they concern, next to their passages if possible. A file that cannot be read is shown as last read. The search covers
 * what is shown. Builds do not use this.
 */
export function devMessages({ folder, base, judge, manual, show }: DevOptions): AstroIntegration {
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
        globalThis.dossierPage = (path, page, status) =>
          pageWithMessages(state, base, { address: withoutBase(base, path), page, status });
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const answer = async (): Promise<void> => {
            const address = withoutBase(base, decodeURI(pathname));
            const own = await ownFile(state, { base, manual }, address);
            if (!own) {
              if (hasParameterAtEnd.test(address)) request.url = `${pathname}/`;
              return next();
            }
            response.writeHead(own.status, { 'content-type': own.type });
            response.end(own.content);
          };
          answer().catch(next);
        });
        await read();
        server.watcher.add(folder);
        const change = debounced(async () => {
          const chapters = pathsOf(state.dossier);
          await read();
          if (pathsOf(state.dossier) !== chapters && refreshContent) await storeChapters(refreshContent);
          // Astro loses its pages if modules are invalidated before it is ready to serve them.
          await Reflect.get(server, Symbol.for('astro.devServerAppReady'));
          Object.values(server.environments).forEach(evaluateAnew);
          server.ws.send({ type: 'full-reload' });
        });
        server.watcher.on('all', (_event, path) => {
          if (isWithin(folder, path)) change();
        });
      },
    },
  };
}

export interface DevState {
  /** The dossier that pages show; undefined until one has been read successfully. */
  dossier: Dossier | undefined;
  /** The messages about files that cannot be read. */
  unreadable: Message[];
  /** The messages of the rules about the files that could be read. */
  judged: Message[];
}

/** The list of chapters, which is all that Astro stores of them. */
const pathsOf = (dossier: Dossier | undefined): string =>
  dossier?.chapters.map(({ path }) => path).join('\n') ?? '';

const messagesOf = ({ unreadable, judged }: DevState): Message[] =>
  [...unreadable, ...judged].sort(compareMessages);

/**
 * Reads the folder and applies the rules, and makes pages show the result. Files that cannot be read are replaced by
 * their last readable versions.
 */
export async function readForPages(
  folder: string,
  judge: (dossier: Dossier) => Message[],
  before: Dossier | undefined,
): Promise<DevState> {
  // The rules apply to the published dossier.
  const published = await readAnew(folder);
  const withPrivate = showsPrivate();
  const { dossier: fresh, messages } = withPrivate ? await readAnew(folder, { withPrivate }) : published;
  const dossier = fresh && before ? withLastReadable(fresh, before) : (fresh ?? before);
  keepReading(folder, { withPrivate }, { dossier, messages });
  return { dossier, unreadable: messages, judged: published.dossier ? judge(published.dossier) : [] };
}

/**
 * The response to addresses that only `dev` has: the desk, and the search of what is shown; or a page saying that
 * nothing can be shown.
 */
async function ownFile(
  state: DevState,
  { base, manual }: Pick<DevOptions, 'base' | 'manual'>,
  address: string,
): Promise<{ status: number; type: string; content: string | Uint8Array } | undefined> {
  const { dossier } = state;
  const messages = messagesOf(state);
  const below = (part: string): string | undefined =>
    address.startsWith(part) ? address.slice(part.length) : undefined;
  const desk = below('/desk/');
  if (desk !== undefined) {
    const page = await deskPage({ dossier, messages, base, manual }, desk);
    return page === undefined ? undefined : { status: 200, type: HTML, content: page };
  }
  if (!dossier)
    return address.endsWith('/')
      ? { status: 503, type: HTML, content: pageOfMessages(NOTHING, messages, base) }
      : undefined;
  const name = below('/search/');
  if (name === undefined || name === '') return undefined;
  const content = (await searchFiles(dossier)).get(name);
  return content === undefined
    ? undefined
    : { status: 200, type: types[extname(name)] ?? 'application/octet-stream', content };
}

/** Files whose extension is a route parameter: in `dev`, Astro only finds them with a trailing slash. */
const hasParameterAtEnd =
  /^\/(?:works|work\/[^/]+|pictures\/[^/]+|v\/[^/]+\/(?!CITATION|datacite)[^/]+)\.\w+$/;

/** An address from the dossier’s root: Astro may already have removed the base path. */
const withoutBase = (base: string, path: string): string =>
  path.startsWith(base) ? path.slice(base.length - 1) : path;

const HTML = 'text/html; charset=utf-8';
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/**
 * A page with the messages that concern it, next to their passages or else at its foot. If a file is missing or was
 * never readable, there is no page: its messages are shown instead.
 */
export function pageWithMessages(
  { dossier, unreadable, judged }: DevState,
  base: string,
  { address, page, status }: { address: string; page: string; status: number },
): string {
  if (!dossier) return page;
  const { concerning = [], elsewhere = [] } = Object.groupBy(judged, (message) =>
    concernsPage(dossier, address, message) ? 'concerning' : 'elsewhere',
  );
  const own = [...unreadable, ...concerning];
  if (status === 404 && own.length > 0) return pageOfMessages('This page cannot be shown', own, base);
  const passageOf = (message: Message): string => idOf(dossier, placeOfMessage(message));
  const byPassage = Map.groupBy(concerning, passageOf);
  byPassage.delete('');
  const { page: marked, placed } = besidePassages(
    page,
    new Map([...byPassage].map(([id, messages]) => [id, besideHtml(messages, base)])),
  );
  return (
    marked +
    messageBanner(
      own.filter((message) => unreadable.includes(message) || !placed.has(passageOf(message))),
      elsewhere,
      base,
    )
  );
}

/** Prints new messages on the terminal; a message whose line has moved is not new. */
function report(messages: Message[], before: Message[]): void {
  const key = ({ file, ruleId, reason }: Message): string => [file, ruleId, reason].join(' ');
  const said = new Set(before.map(key));
  for (const message of messages.filter((one) => !said.has(key(one)))) console.log(formatMessage(message));
  if (messages.map(key).join() === before.map(key).join()) return;
  console.log(countMessages(messages));
}

/** Gives Astro the chapters as last read, so that it never compiles a broken one, and leaves reloading to us. */
function chaptersAsRead(folder: string, state: DevState): Plugin {
  return {
    name: 'dossier-chapters-as-read',
    enforce: 'pre',
    load: {
      filter: { id: /\.mdx(?:\?|$)/ },
      handler: (id) => state.dossier?.sources.get(typedPath(id.replace(/\?.*$/, ''))),
    },
    hotUpdate: ({ file }) => (isWithin(folder, file) ? [] : undefined),
  };
}

/**
 * Stores the present list of chapters. Astro ignores the request while it reloads the configuration of its content,
 * as it does after every change of a file.
 */
async function storeChapters(
  refreshContent: (options: RefreshContentOptions) => Promise<void>,
): Promise<void> {
  let isStored = false;
  const whenStored = (): void => void (isStored = true);
  for (let tries = 0; !isStored && tries < 100; tries++) {
    await refreshContent({ loaders: ['dossier-chapters'], context: { whenStored } });
    if (!isStored) await pause(50);
  }
}

/** Makes pages be rendered from the modules as they are now. */
function evaluateAnew(environment: DevEnvironment): void {
  const { moduleGraph, hot } = environment;
  moduleGraph.invalidateAll();
  // Vite evaluates a changed module again only if its runner is told too.
  if (isRunnable(environment)) {
    const { evaluatedModules } = environment.runner;
    const list = evaluatedModules.getModuleById(chapterModulesId);
    if (list) evaluatedModules.invalidateModule(list);
  }
  // The set of pages may have changed too.
  hot.send('astro:content-changed', {});
}

const isRunnable = (environment: DevEnvironment): environment is RunnableDevEnvironment =>
  'runner' in environment;

const isWithin = (folder: string, path: string): boolean => path.startsWith(folder + sep);

/**
 * Runs `work` one at a time, and again after calls in the meantime; several saves in quick succession are one change.
 */
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
