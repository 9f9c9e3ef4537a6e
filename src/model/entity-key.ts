/** Identifies what has a kind and an id: a permalink’s entity, a mention, or a record of an edition. */
export const entityKey = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;
