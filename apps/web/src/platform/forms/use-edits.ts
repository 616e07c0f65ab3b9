import { useState } from 'react';

export type Fact = string | number | boolean | null | readonly number[];
/** A thing as its fields; one that is not there is `null`. */
export type Facts = Readonly<Record<string, Fact>>;
/** Somebody else gave another value to a field that was changed here as well. */
export type Theirs = { field: string; now: Fact };

export type Edits = {
  /** As it would be after saving. */
  read: (field: string) => Fact;
  set: (field: string, to: Fact) => void;
  /** Fields that are other than saved. */
  changed: readonly string[];
  theirs: readonly Theirs[];
  /** Of what both changed, theirs is taken; the rest stays. */
  takeTheirs: () => void;
  discard: () => void;
};

export type Edit = { from: Fact; to: Fact };
/** What is changed, by its field. */
export type EditedFields = Readonly<Record<string, Edit>>;

const same = (one: Fact, other: Fact): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What somebody changes of a thing that others may change meanwhile, field by field. What is saved may become other
 * under their hands: fields that they did not touch follow it, those that they did stay and are told when both changed.
 */
export function useEdits(saved: Facts): Edits {
  const [edits, setEdits] = useState<EditedFields>({});
  const standing = standingOf(saved, edits);
  return {
    ...standing,
    set: (field, to) => setEdits((before) => withEdit(saved, before, field, to)),
    takeTheirs: () => setEdits((before) => withoutTheirs(before, standing.theirs)),
    discard: () => setEdits({}),
  };
}

/** How what is saved and what was changed stand to one another. */
export function standingOf(saved: Facts, edits: EditedFields): Pick<Edits, 'read' | 'changed' | 'theirs'> {
  const savedIn = (field: string): Fact => saved[field] ?? null;
  // What somebody else saved in the same words is no change any more.
  const open = Object.entries(edits).filter(([field, { to }]) => !same(to, savedIn(field)));
  const theirs = open
    .filter(([field, { from }]) => !same(from, savedIn(field)))
    .map(([field]) => ({ field, now: savedIn(field) }));
  const read = (field: string): Fact => {
    const edit = edits[field];
    return edit === undefined ? savedIn(field) : edit.to;
  };
  return { read, changed: open.map(([field]) => field), theirs };
}

/** With one more; a field that is put back as it was saved is not changed. */
export function withEdit(saved: Facts, before: EditedFields, field: string, to: Fact): EditedFields {
  const now = saved[field] ?? null;
  const { [field]: edit, ...others } = before;
  return same(to, now) ? others : { ...others, [field]: { from: edit?.from ?? now, to } };
}

/** Without those that others changed as well. */
export function withoutTheirs(before: EditedFields, theirs: readonly Theirs[]): EditedFields {
  return Object.fromEntries(Object.entries(before).filter(([field]) => theirs.every((other) => other.field !== field)));
}
