import type { Account, Kind } from './account.ts';
import type { PrintedExhibit } from './exhibits.ts';
import type { FrontMatter, Group } from './front-matter.ts';
import type { Line } from './lines.ts';
import type { PrintedNote } from './note-areas.ts';
import type { OutlinedBlock } from './outline.ts';

// What the parts of a paper are in its account.

export function enterFront(account: Account, front: FrontMatter): void {
  const enter = (kind: Kind, groups: Group[]): void => {
    for (const { content } of groups) account.enter(kind, content.origins);
  };
  enter('title', front.title);
  enter('authors', front.authors);
  enter('editorial', front.editorial);
  enter('other language', [...new Set(front.otherLanguage)]);
  for (const opened of [front.abstract, front.keywords]) {
    if (!opened) continue;
    account.enter(
      'opening word',
      (opened.signGroup ?? opened.group).content.origins.slice(0, opened.signGroup ? undefined : opened.sign),
    );
  }
  if (front.keywords)
    account.enter('keywords', front.keywords.group.content.origins.slice(front.keywords.sign));
}

export function enterRuns(account: Account, texts: OutlinedBlock[]): void {
  for (const { type, id, runs } of texts) {
    const kind = type !== 'paragraph' ? 'heading' : id === 'abstract' ? 'abstract' : 'body';
    for (const run of runs ?? []) {
      if (run.type === 'text') account.enter(kind, run.content.origins);
      else if (run.type === 'mark' || run.type === 'repeat') account.enter('note mark', run.content.origins);
      else if (run.type === 'cite') account.enter('citation', run.content.origins);
    }
  }
}

export function enterExhibits(account: Account, exhibits: PrintedExhibit[]): void {
  for (const { caption, captionLength, rows, source } of exhibits) {
    const middle = caption.start + captionLength;
    account.enter('caption', range(caption.start, middle));
    account.enter('table', range(middle, caption.end));
    enterLines(account, 'table', [...rows, ...source]);
  }
}

export const enterLines = (account: Account, kind: Kind, lines: Line[]): void => {
  for (const { start, end } of lines) account.enter(kind, range(start, end));
};

export const enterLabels = (account: Account, notes: PrintedNote[]): void => {
  for (const { lines, labelLength } of notes)
    account.enter('note label', range(lines[0]!.start, lines[0]!.start + labelLength));
};

function* range(start: number, end: number): Generator<number> {
  for (let i = start; i < end; i++) yield i;
}

/** White space that is in no text, and hyphens that a joined word has lost. */
export function enterRest(account: Account, source: string): void {
  for (const offset of account.remainder()) {
    const character = source.charAt(offset);
    if (/[\s\uFEFF]/.test(character)) account.enter('white space', [offset]);
    else if (character === '-' && /^-[ \t\u3000]*[\r\n\f]/.test(source.slice(offset, offset + 20)))
      account.enter('divided word', [offset]);
  }
}
