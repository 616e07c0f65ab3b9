import { type AbsenceFact, absentUntil } from '../organization/accountability.js';
import type { RotaFacts } from './rota.js';

/** Members who are there on a day, in their order. */
export function presentOn({ members, absences }: Pick<RotaFacts, 'members' | 'absences'>, day: string): string[] {
  return members
    .filter(({ personId, since }) => since <= day && !isAway(absences, personId, day))
    .map((m) => m.personId);
}

function isAway(absences: readonly AbsenceFact[], personId: string, day: string): boolean {
  return absentUntil([...absences], personId, day) !== null;
}
