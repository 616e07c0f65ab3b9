import type { PlanDesk } from './organization-plan.js';
import { personKey } from './people-plan.js';

/** Records absences; one that is there already, from a file or by hand, is left alone. */
export function planAbsences(desk: PlanDesk, personIds: Map<string, string>): void {
  const { file, present, tools, tally, writes } = desk;
  const here = new Map(present.absences.map((absence) => [absence.id, absence]));
  for (const fact of file.absences) {
    const personId = personIds.get(personKey(fact.person));
    if (personId === undefined) {
      tally.problem(fact.where, `The person ${fact.person.key} is not among the people of this file.`);
      continue;
    }
    const key = `${personKey(fact.person)}#${fact.startsOn}`;
    const contentHash = tools.fingerprint({ endsBefore: fact.endsBefore, note: fact.note });
    const identity = present.identities.find(file.source, 'absence', key);
    const known = identity && here.get(identity.entityId);
    const same = present.absences.find(
      (one) => one.personId === personId && one.startsOn === fact.startsOn && one.endsBefore === fact.endsBefore,
    );
    const id = known?.id ?? same?.id ?? tools.newId();
    const days = `${fact.startsOn} until ${fact.endsBefore}`;
    const note = (effect: 'create' | 'update' | 'unchanged'): void =>
      tally.note({ effect, kind: 'absence', key, title: `${fact.person.key}: ${days}`, details: '' });
    const row = { id, personId, startsOn: fact.startsOn, endsBefore: fact.endsBefore, note: fact.note };
    if (known !== undefined && identity?.contentHash !== contentHash) {
      writes.absences.push({ effect: 'change', ...row, version: known.version });
      note('update');
    } else if (known === undefined && same === undefined) {
      writes.absences.push({ effect: 'record', ...row, version: 0 });
      note('create');
    } else {
      note('unchanged');
    }
    present.identities.put({ source: file.source, kind: 'absence', key, entityId: id, contentHash });
  }
}
