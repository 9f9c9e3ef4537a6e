import type { Sketch } from './synthetic-dossier.ts';

/** An editor’s change to a dossier after a release, and the decisions about addresses that follow. */
export interface Edit {
  name: string;
  edit: (sketch: Sketch) => void;
  /**
   * Arguments for each run of `npm run permalinks`, given the previous state of the dossier; if empty, it runs once
   * without arguments.
   */
  decisions: ((before: Sketch) => string[])[];
  /** The rules that report something before any decision. */
  found: string[];
}

/** Every kind of edit in sequence, on a sketch with at least four sections of at least eight paragraphs each. */
export const editSeries: Edit[] = [
  {
    name: 'insert before the first paragraph',
    edit: ({ chapters }) => chapters[0]!.paragraphs.unshift({ id: '1.0.0a', names: ['vorab'], notes: [] }),
    decisions: [],
    found: ['addresses-registered'],
  },
  {
    name: 'delete a paragraph with its note',
    edit: (sketch) => {
      const { paragraphs } = sketch.chapters[0]!;
      paragraphs.splice(indexOf(paragraphs, '1.0.3'), 1);
    },
    decisions: [
      () => ['--gone', '/p/1.0.3/', 'de=Gestrichen, weil der Aufsatz es nicht sagt.', 'fr=Supprimé.'],
      () => ['--gone', '/note/3/', 'de=Mit ihrem Absatz gestrichen.', 'fr=Supprimée.'],
    ],
    found: ['permalink-kept', 'permalink-kept'],
  },
  {
    name: 'split a paragraph in the middle',
    edit: ({ chapters }) => {
      const { paragraphs } = chapters[0]!;
      const at = indexOf(paragraphs, '1.0.4');
      const { names, notes } = paragraphs[at]!;
      paragraphs.splice(
        at,
        1,
        { id: '1.0.4', names: names.slice(0, 1), notes: [] },
        { id: '1.0.4a', names: names.slice(1), notes },
      );
    },
    decisions: [() => ['--rewritten', '/p/1.0.4/', 'Its second half is 1.0.4a.']],
    found: ['addresses-registered', 'permalink-means-the-same'],
  },
  {
    name: 'merge a paragraph into the one before',
    edit: ({ chapters }) => {
      const { paragraphs } = chapters[0]!;
      const at = indexOf(paragraphs, '1.0.6');
      const [merged] = paragraphs.splice(at, 1);
      paragraphs[at - 1]!.names.push(...merged!.names);
      paragraphs[at - 1]!.notes.push(...merged!.notes);
    },
    decisions: [() => ['--move', '/p/1.0.6/', '/p/1.0.5/']],
    found: ['permalink-kept'],
  },
  {
    name: 'move paragraphs to another chapter of their section',
    edit: ({ chapters }) => {
      const moved = chapters[1]!.paragraphs.splice(-2);
      chapters.splice(2, 0, { id: '2-rest', section: 2, title: 'Rest', paragraphs: moved });
    },
    decisions: [],
    found: ['addresses-registered', ...Array<string>(4).fill('permalink-kept')],
  },
  {
    name: 'move a paragraph to another section, where it has another id',
    edit: ({ chapters }) => {
      const [rest, next] = [chapters[2]!.paragraphs, chapters[3]!.paragraphs];
      next.unshift({ ...rest.pop()!, id: '3.0.0a' });
    },
    decisions: [({ chapters }) => ['--move', `/p/${chapters[2]!.paragraphs.at(-1)!.id}/`, '/p/3.0.0a/']],
    found: ['addresses-registered', 'permalink-kept', 'permalink-kept'],
  },
  {
    name: 'rename a chapter',
    edit: ({ chapters }) => (chapters[0]!.id = '1-anfang'),
    decisions: [],
    found: ['addresses-registered', 'permalink-kept'],
  },
  {
    name: 'rename it once more',
    edit: ({ chapters }) => (chapters[0]!.id = '1-beginn'),
    decisions: [],
    found: ['addresses-registered', 'permalink-kept'],
  },
  {
    name: 'retitle a chapter',
    edit: ({ chapters }) => (chapters[0]!.title = 'Ein anderer Titel'),
    decisions: [],
    found: [],
  },
  {
    name: 'withdraw a case, and leave another without an account',
    edit: (sketch) => {
      sketch.mereCases.push(...sketch.cases.splice(0, 2).slice(1));
    },
    decisions: [() => ['--gone', '/case/fall-1/', 'de=Der Fall war keiner.', 'fr=Ce n’était pas un cas.']],
    found: ['permalink-kept'],
  },
  {
    name: 'withdraw a case without an account',
    edit: ({ mereCases }) => mereCases.shift(),
    decisions: [() => ['--gone', '/fr/cases/#bloss-genannt', 'de=Nur genannt.', 'fr=Seulement nommé.']],
    found: ['permalink-kept'],
  },
  {
    name: 'rename a term',
    edit: ({ terms }) => terms.splice(0, 1, 'ausdruck'),
    decisions: [() => ['--move', '/term/wort/', '/term/ausdruck/']],
    found: ['addresses-registered', 'permalink-kept'],
  },
];

const indexOf = (paragraphs: { id: string }[], id: string): number =>
  paragraphs.findIndex((one) => one.id === id);
