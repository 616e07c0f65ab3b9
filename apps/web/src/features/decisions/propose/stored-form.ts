import { type DecisionForm, EMPTY_FORM, FORM_FIELDS, type FormField } from './decision-form';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** As one text, so that it can be kept as a draft. */
export const storedForm = (form: DecisionForm): string => JSON.stringify(form);

/** A draft; fields that another release does not know are empty. */
export function readStoredForm(text: string): DecisionForm {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return EMPTY_FORM;
  }
  if (!isRecord(stored)) return EMPTY_FORM;
  const known = FORM_FIELDS.filter((field) => fits(field, stored[field]));
  return { ...EMPTY_FORM, ...Object.fromEntries(known.map((field) => [field, stored[field]])) };
}

/** Whether it is of the sort that the field has. */
function fits(field: FormField, value: unknown): boolean {
  if (field === 'scope') return value === null || (isRecord(value) && typeof value['id'] === 'string');
  if (field === 'chosenOption') return value === null || typeof value === 'number';
  const usual: unknown = EMPTY_FORM[field];
  return typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual) && value !== null;
}

/** Fields that are other in one than in the other. */
export function changedFields(from: DecisionForm, to: DecisionForm): FormField[] {
  return FORM_FIELDS.filter((field) => !same(from[field], to[field]));
}

/**
 * What somebody began to write when the decision was as in `from`, over what it says now: fields that they left alone
 * follow it.
 */
export function rebased(mine: DecisionForm, from: DecisionForm, now: DecisionForm): DecisionForm {
  const own = changedFields(from, mine).map((field) => [field, mine[field]] as const);
  return { ...now, ...Object.fromEntries(own) };
}

/** Fields that somebody else gave another value meanwhile, and that were changed here as well. */
export function changedByBoth(mine: DecisionForm, from: DecisionForm, now: DecisionForm): FormField[] {
  const theirs = changedFields(from, now);
  return changedFields(from, mine).filter((field) => theirs.includes(field) && !same(mine[field], now[field]));
}
