import type { CadenceForm, FormField } from './cadence-form';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sortOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'object' : typeof value);

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly these keys
const fieldsOf = (form: CadenceForm) => Object.keys(form) as FormField[];

/** A draft over what the form says without one; fields that another release does not know stay as there. */
export function readStoredForm(text: string, usual: CadenceForm): CadenceForm {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return usual;
  }
  if (!isRecord(stored)) return usual;
  const kept = stored;
  const known = fieldsOf(usual).filter((field) => field in kept && sortOf(kept[field]) === sortOf(usual[field]));
  const read: CadenceForm = { ...usual, ...Object.fromEntries(known.map((field) => [field, kept[field]])) };
  return { ...read, rule: { ...usual.rule, ...read.rule } };
}

/** Fields that are other in one than in the other. */
export const changedFields = (from: CadenceForm, to: CadenceForm): FormField[] =>
  fieldsOf(from).filter((field) => !same(from[field], to[field]));

/** What somebody began when it was as in `from`, over what it says now: fields that they left alone follow it. */
export function rebased(mine: CadenceForm, from: CadenceForm, now: CadenceForm): CadenceForm {
  return { ...now, ...Object.fromEntries(changedFields(from, mine).map((field) => [field, mine[field]])) };
}
