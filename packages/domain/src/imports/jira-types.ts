import type { ItemKind, ItemTier } from '../priorities/item-fields.js';

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/** Which tier the issues of a type most likely are. @param isSubtask as the file says; null: it does not say */
export function usualTier(type: string, isSubtask: boolean | null): ItemTier {
  const name = plain(type);
  if (isSubtask === true || /^(sub-?task|sous-tache|subtarea|unteraufgabe|deeltaak)/.test(name)) return 'TASK';
  return /^(epic|epica|epopee|initiative|iniciativa|theme|legend)/.test(name) ? 'EPIC' : 'FEATURE';
}

/** Which kind the issues of a type most likely are. */
export function usualKind(type: string): ItemKind {
  const name = plain(type);
  if (/bug|bogue|anomalie|defect|error|incident|fault|fehler/.test(name)) return 'DEFECT';
  if (/debt|dette|deuda|refactor|maintenance|chore/.test(name)) return 'DEBT';
  if (/enabler|spike|research|architecture|technical task|infrastructure/.test(name)) return 'ENABLER';
  return 'VALUE';
}
