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

type Edit = { from: Fact; to: Fact };

const same = (one: Fact, other: Fact): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What somebody changes of a thing that others may change meanwhile, field by field. What is saved may become other
 * under their hands: fields that they did not touch follow it, those that they did stay and are told when both changed.
 */
export function useEdits(saved: Facts): Edits {
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({});
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
  const set = (field: string, to: Fact) =>
    setEdits((before) => {
      const { [field]: edit, ...others } = before;
      return same(to, savedIn(field)) ? others : { ...others, [field]: { from: edit?.from ?? savedIn(field), to } };
    });
  const takeTheirs = () =>
    setEdits((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => theirs.every((other) => other.field !== field))),
    );
  return { read, set, changed: open.map(([field]) => field), theirs, takeTheirs, discard: () => setEdits({}) };
}
