import type { Element, Root } from 'hast';
import { listHeadings } from '../words/paper-words.ts';
import { attribute, elementsOf, everyElement, isElement, isLink, outermostIn, textOf } from './elements.ts';
import { textOfLeaf, type Leaf } from './leaves.ts';
import { labelOf, notesByNumber } from './note-labels.ts';
import { idIn, leadsBack, showsMark } from './same-page.ts';
import type { Target } from './write-line.ts';

/** A note or an entry of the reference list, with its leaves in order. */
export interface FoundEntry {
  leaves: Leaf[];
  /** The id that links refer to. */
  id: string | undefined;
  /** The number given by the format, for example by an ordered list. */
  number: number | undefined;
  /** The number that its marks show. */
  marked: number | undefined;
  /** The index of the list of notes that contains it. */
  list: number;
}

interface FoundNotes {
  notes: FoundEntry[];
  references: FoundEntry[];
  /** The headings of the lists. */
  headings: Leaf[];
  targetOf: (link: Element) => Target;
}

type Part = 'notes' | 'references';

/** The leaves of a text, and where its elements are. */
interface Tree {
  leaves: Leaf[];
  /** The numbers that note marks show, by the ids to which they refer. */
  numbers: ReadonlyMap<string, number>;
  /** The possible targets of links. */
  byId: ReadonlyMap<string, Element>;
  parentsOf: Parents;
  /** The index of the first leaf that contains an element or is in it. */
  placeOf: ReadonlyMap<Element, number>;
  leavesIn: ReadonlyMap<Element, Leaf[]>;
  /** The part to which each leaf belongs. */
  parts: ReturnType<typeof partsOf>['parts'];
}

/** The entries found so far, and the leaves in them. */
interface Entries extends Record<Part, FoundEntry[]> {
  taken: Map<Leaf, { part: Part; entry: FoundEntry }>;
}

/**
 * Takes notes and the reference list from the leaves of a text: by links to them, by the roles of elements and, unless
 * the format always has such roles, by the headings above them.
 */
export function findNotes(
  root: Element | Root,
  leaves: Leaf[],
  { isPage = false, isTagged = false }: { isPage?: boolean; isTagged?: boolean },
): FoundNotes {
  const { parts, headings } = partsOf(leaves, isTagged);
  const marks = linksWithin(leaves).filter(({ link }) => isMark(link));
  const numbers = new Map(
    marks.flatMap(({ link }) => {
      const number = /^\P{L}?(\d{1,4})\P{L}?$/u.exec(textOf(link))?.[1];
      return number === undefined ? [] : [[idIn(link), Number(number)] as const];
    }),
  );
  const tree: Tree = { leaves, parts, numbers, ...indexIds(root), ...indexLeaves(leaves) };
  const entries: Entries = { notes: [], references: [], taken: new Map() };
  // Links first: the target of a mark is a note, wherever it is.
  takeTargets(notesByElement(marks, tree), tree, entries);
  takeContinuations(tree, entries);
  takeListed(tree, entries);
  if (isPage && entries.notes.length === 0) takeNumbered(tree, entries);
  const order = new Map(leaves.map((leaf, i) => [leaf, i]));
  const orderOf = ({ leaves: [first] }: FoundEntry): number => (first && order.get(first)) ?? 0;
  for (const part of [entries.notes, entries.references]) part.sort((a, b) => orderOf(a) - orderOf(b));
  const { notes, references } = entries;
  return { notes, references, headings, targetOf: startTargets(marks, tree, entries) };
}

function indexLeaves(leaves: Leaf[]): Pick<Tree, 'placeOf' | 'leavesIn'> {
  const placeOf = new Map<Element, number>();
  const leavesIn = new Map<Element, Leaf[]>();
  leaves.forEach((leaf, i) => {
    for (const element of leaf.within) {
      const there = leavesIn.get(element);
      if (there) there.push(leaf);
      else leavesIn.set(element, [leaf]);
    }
    const inside = leaf.content.flatMap((node) => (isElement(node) ? everyElement(node) : []));
    for (const element of [...leaf.within, ...inside]) if (!placeOf.has(element)) placeOf.set(element, i);
  });
  return { placeOf, leavesIn };
}

const placeOfId = (id: string, { byId, placeOf }: Tree): number | undefined => {
  const target = byId.get(id);
  return target && placeOf.get(target);
};

/** The targets of marks, each with its id and the leaf with its mark. */
type Targets = Map<Element, { id: string; mark: Leaf }>;

/** The elements that are notes, in order, each with its id: targets of marks, and elements with that role. */
function notesByElement(marks: Link[], tree: Tree): [Element, string][] {
  const { leaves, byId, placeOf } = tree;
  const targets: Targets = new Map();
  for (const { link, place } of marks) {
    const id = idIn(link);
    const target = byId.get(id);
    const at = placeOfId(id, tree);
    const leaf = at === undefined ? undefined : leaves[at];
    if (!target || !leaf || /^(?:heading|table|figure)$/.test(leaf.kind)) continue;
    const isNamed =
      textOf(link) !== '' ||
      [target, ...leaf.within].some((one) => isNote(one) || ROLES[attribute(one, 'role')]);
    // The target of a backlink comes before the link.
    if (isNamed && (at! > place || isNoteRole(link))) targets.set(target, { id, mark: leaves[place]! });
  }
  const wholes = new Map([...targets].map(([target, { id }]) => [wholeOf(target, targets, tree), id]));
  for (const note of leaves.flatMap(({ within }) => within.filter(isNote)))
    if (!wholes.has(note)) wholes.set(note, attribute(note, 'id'));
  return [...wholes].sort(([a], [b]) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
}

/** Takes these elements as notes, or as entries of the reference list if they are in it. */
function takeTargets(wholes: [Element, string][], tree: Tree, entries: Entries): void {
  const { leaves, parts, placeOf, leavesIn, parentsOf } = tree;
  for (const [whole, id] of wholes) {
    const place = placeOf.get(whole) ?? 0;
    const inside = leavesIn.get(whole) ?? leaves.slice(place, place + 1);
    // A note may follow the reference list. It then has a backlink to its mark, or is named as a note.
    const isListed =
      attribute(whole, 'role') === 'doc-biblioentry' ||
      (parts[place]?.part === 'references' &&
        !refersBack(inside, place, tree) &&
        !isWithinNotes(whole, parentsOf));
    addEntry(isListed ? 'references' : 'notes', inside, place, tree, entries, id);
  }
}

/** True if a link in a note refers to something before the note. */
const refersBack = (own: Leaf[], place: number, tree: Tree): boolean =>
  linksWithin(own).some(({ link }) => {
    const at = placeOfId(idIn(link), tree);
    return at !== undefined && at < place;
  });

/** Makes an entry of those leaves that are in none yet. */
function addEntry(
  part: Part,
  own: Leaf[],
  place: number,
  { parts, numbers }: Tree,
  { taken, ...entries }: Entries,
  id?: string,
): void {
  const free = own.filter((leaf) => !taken.has(leaf) && leaf.kind !== 'heading');
  if (free.length === 0) return;
  const entry = {
    leaves: free,
    id: id ?? attribute(free[0]!.within.findLast(hasId) ?? free[0]!.within[0]!, 'id'),
    number: numberIn(free[0]!),
    marked: part === 'notes' && id !== undefined ? numbers.get(id) : undefined,
    list: parts[place]?.list ?? 0,
  };
  entries[part].push(entry);
  for (const leaf of free) taken.set(leaf, { part, entry });
}

/** A paragraph between two notes continues the first. */
function takeContinuations({ leaves, parts }: Tree, { taken }: Entries): void {
  leaves.forEach((leaf, i) => {
    const before = taken.get(leaves[i - 1]!);
    if (before?.part !== 'notes' || leaf.kind === 'heading' || taken.has(leaf)) return;
    const around = leaf.within.at(-2);
    if (around !== leaves[i - 1]!.within.at(-2)) return;
    const isInside =
      parts[i]?.part === 'notes' ||
      leaves.slice(i).some((one) => taken.get(one)?.part === 'notes' && one.within.at(-2) === around);
    if (!isInside || /^[[(]?\d/.test(textOfLeaf(leaf))) return;
    before.entry.leaves.push(leaf);
    taken.set(leaf, before);
  });
}

/**
 * Each paragraph or item in a list that is in no entry yet is an entry. What follows the last note that a mark refers
 * to is none if it is in another element and has no number.
 */
function takeListed(tree: Tree, entries: Entries): void {
  const { leaves, parts } = tree;
  const { taken } = entries;
  const linked = leaves.filter((leaf) => taken.get(leaf)?.part === 'notes');
  const last = linked.length === 0 ? leaves.length : leaves.indexOf(linked.at(-1)!);
  const around = new Set(linked.map(aroundEntry));
  leaves.forEach((leaf, i) => {
    const part = parts[i]?.part;
    if (part === undefined || taken.has(leaf) || leaf.kind === 'table' || leaf.kind === 'figure') return;
    if (part === 'notes' && i > last && !around.has(aroundEntry(leaf)) && labelOf(leaf) === undefined) return;
    const before = taken.get(leaves[i - 1]!);
    const isRest = part === 'references' && leaf.kind === 'paragraph' && continuesIn(leaves[i - 1]!, leaf);
    const isSame = leaf.within.some(
      (one) => attribute(one, 'role') === 'doc-biblioentry' && leaves[i - 1]?.within.includes(one),
    );
    if ((leaf.item?.continues || isRest || isSame) && before?.part === part) {
      before.entry.leaves.push(leaf);
      taken.set(leaf, before);
    } else addEntry(part, [leaf], i, tree, entries);
  });
}

const aroundEntry = ({ within }: Leaf): Element | undefined =>
  within.findLast(({ tagName }) => !/^(?:p|li|dd|dt|span)$/.test(tagName));

/** Takes notes that only their numbers make known. */
function takeNumbered(tree: Tree, entries: Entries): void {
  const { leaves } = tree;
  const found = notesByNumber(
    leaves.filter((leaf) => !entries.taken.has(leaf)),
    (element) => NOTE_NAME.test(attribute(element, 'className')),
  );
  for (const own of found) addEntry('notes', own, leaves.indexOf(own[0]!), tree, entries);
}

/** True if an entry without a full stop goes on in the next paragraph, with its numbers or in lower case. */
function continuesIn(before: Leaf, after: Leaf): boolean {
  const [one, other] = [textOfLeaf(before), textOfLeaf(after)];
  if (/[.。!?)）\]］”"]$/.test(one)) return false;
  const isOpen = /[,，、:：;；-]$/.test(one);
  return NUMBERS.test(other) || (isOpen && /^\p{Ll}/u.test(other));
}

/** 2022(10): 28–35, perhaps after the end of a word. */
const NUMBERS = /^(?:\p{Script=Han}{1,3}[,，]\s?)?\d[\d\s()（）:：,，–—+Z.-]*$/u;

/** Finds what a link refers to; only marks refer to notes. */
function startTargets(
  marks: Link[],
  tree: Tree,
  { notes, references, taken }: Entries,
): FoundNotes['targetOf'] {
  const entryOfId = new Map<string, FoundEntry>();
  for (const entry of [...notes, ...references]) if (entry.id !== undefined) entryOfId.set(entry.id, entry);
  const noteIndex = new Map(notes.map((entry, i) => [entry, i]));
  const referenceIndex = new Map(references.map((entry, i) => [entry, i]));
  const markLinks = new Set(marks.map(({ link }) => link));
  return (link) => {
    if (leadsBack(link)) return { isBack: true };
    const id = idIn(link);
    if (id === '') return {};
    // An id may be on any element of an entry.
    const at = placeOfId(id, tree);
    const entry = entryOfId.get(id) ?? (at === undefined ? undefined : taken.get(tree.leaves[at]!)?.entry);
    const reference = entry && referenceIndex.get(entry);
    if (reference !== undefined) return { reference };
    const note = entry && noteIndex.get(entry);
    return note !== undefined && markLinks.has(link) ? { note } : {};
  };
}

const NOTE_NAME = /(?:^|[^a-z])(?:(?:foot|end)note|(?:notes?|fn|ftn|edn|en)(?![a-z]))/i;

const isNamedNote = (one: Element): boolean =>
  NOTE_NAME.test(`${attribute(one, 'id')} ${attribute(one, 'className')}`);

/** True if an element, or one of two around it, has the name or role of a note; the role `note` may be any remark’s. */
const isWithinNotes = (whole: Element, parentsOf: Parents): boolean =>
  [whole, ...(parentsOf.get(whole) ?? []).slice(0, 2)].some(
    (one) => isNamedNote(one) || /^doc-(?:foot|end)note/.test(attribute(one, 'role')),
  );

const hasId = (node: Element): boolean => attribute(node, 'id') !== '' || attribute(node, 'name') !== '';

type Parents = ReadonlyMap<Element, Element[]>;

/** The possible targets of links in a tree, and the ancestors of each, innermost first. */
function indexIds(root: Element | Root): { byId: Map<string, Element>; parentsOf: Parents } {
  const byId = new Map<string, Element>();
  const parentsOf = new Map<Element, Element[]>();
  const walk = (node: Element | Root, parents: Element[]): void => {
    for (const child of elementsOf(node)) {
      if (hasId(child)) {
        parentsOf.set(child, parents);
        for (const name of [attribute(child, 'id'), attribute(child, 'name')])
          if (name !== '' && !byId.has(name)) byId.set(name, child);
      }
      walk(child, [child, ...parents]);
    }
  };
  walk(root, []);
  return { byId, parentsOf };
}

const isNote = (node: Element): boolean => /^doc-(?:foot|end)note$/.test(attribute(node, 'role'));

const isNoteRole = (link: Element): boolean => attribute(link, 'role') === 'doc-noteref';

const isMark = (link: Element): boolean => idIn(link) !== '' && (isNoteRole(link) || showsMark(link));

/** A link, and the index of its leaf. */
interface Link {
  link: Element;
  place: number;
}

const linksWithin = (leaves: Leaf[]): Link[] =>
  leaves.flatMap((leaf, place) => outermostIn(leaf.content, isLink).map((link) => ({ link, place })));

const NOTE_BLOCK = /^(?:li|p|div|dd|dt|aside|tr|section)$/;

/**
 * The block that contains a note: the largest around its target without another note, a heading or the note’s mark; the
 * target alone if there is none.
 */
function wholeOf(target: Element, targets: Targets, { parentsOf, leavesIn }: Tree): Element {
  const chain = [target, ...(parentsOf.get(target) ?? [])];
  const isBlock = (one: Element): boolean =>
    NOTE_BLOCK.test(one.tagName) || (one === target && leavesIn.has(one) && !/^t[dh]$/.test(one.tagName));
  const block = chain.findIndex(isBlock);
  let whole = target;
  for (const [i, parent] of chain.slice(Math.max(block, 0)).entries()) {
    const isNamed = isNamedNote(parent);
    const holds = [...targets.keys()].filter(
      (other) => other === parent || parentsOf.get(other)?.includes(parent),
    );
    const isOwn =
      (i === 0 && block >= 0) ||
      parent.tagName === 'li' ||
      parent.tagName === 'dd' ||
      (isNamed && parent.tagName !== 'section');
    const isMore = leavesIn
      .get(parent)
      ?.some((leaf) => leaf.kind === 'heading' || leaf === targets.get(target)!.mark);
    if (!isOwn || holds.length > 1 || isMore) break;
    whole = parent;
  }
  return whole;
}

/** The part to which a leaf belongs, according to the heading above it or the role of an element around it. */
function partsOf(
  leaves: Leaf[],
  isTagged: boolean,
): { parts: ({ part: Part; list: number } | undefined)[]; headings: Leaf[] } {
  const headings: Leaf[] = [];
  let open: { part: Part; level: number } | undefined;
  let list = -1;
  const parts = leaves.map((leaf, i) => {
    const role = leaf.within.map(roleOf).find((one) => ROLES[one]);
    if (role !== undefined && leaf.kind !== 'heading') return { part: ROLES[role]!, list: 0 };
    if (role !== undefined) {
      headings.push(leaf);
      return undefined;
    }
    const named =
      !isTagged && isShort(leaf)
        ? listHeadings.find(({ pattern }) => pattern.test(textOfLeaf(leaf).replace(/^\d+[.、]?\s*/, '')))
        : undefined;
    // Without a heading’s type, “Note:” may also open a remark.
    const isParagraph = named?.id === 'notes' && leaf.kind === 'paragraph';
    if (named && (!isParagraph || isLabelled(leaves[i + 1]))) {
      open = { part: named.id, level: isParagraph ? Infinity : leaf.kind === 'heading' ? leaf.level : 1 };
      if (named.id === 'notes') list++;
      headings.push(leaf);
      return undefined;
    }
    if (open && leaf.kind === 'heading') {
      if (leaf.level <= open.level) open = undefined;
      else headings.push(leaf);
      return undefined;
    }
    return open && { part: open.part, list: Math.max(list, 0) };
  });
  return { parts, headings };
}

const ROLES: Record<string, Part> = {
  'doc-bibliography': 'references',
  'doc-footnotes': 'notes',
  'doc-endnotes': 'notes',
};

/** The role of an element; some versions of Pandoc name a list of works only by its class. */
const roleOf = (element: Element): string =>
  /\bcsl-bib-body\b/.test(attribute(element, 'className')) ? 'doc-bibliography' : attribute(element, 'role');

const isLabelled = (leaf: Leaf | undefined): boolean =>
  leaf?.kind === 'list item' || (leaf !== undefined && /^\P{L}{0,2}[\d①-⑳]/u.test(textOfLeaf(leaf)));

const MAX_LIST_HEADING = 30;
const isShort = (leaf: Leaf): boolean =>
  (leaf.kind === 'heading' || leaf.kind === 'paragraph') && textOfLeaf(leaf).length <= MAX_LIST_HEADING;

/** The number of an item in an ordered list. */
function numberIn(leaf: Leaf): number | undefined {
  if (!leaf.item?.isOrdered) return undefined;
  const at = leaf.within.findLastIndex(({ tagName }) => tagName === 'ol');
  const [list, item] = leaf.within.slice(at, at + 2);
  const place =
    list && item
      ? elementsOf(list)
          .filter(({ tagName }) => tagName === 'li')
          .indexOf(item)
      : -1;
  return place < 0 ? undefined : leaf.item.number + place;
}
