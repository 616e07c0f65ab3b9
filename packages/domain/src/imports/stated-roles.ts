import type { FieldChange } from '../event-payload.js';
import { ROLE_KIND_TITLES } from '../organization/role.js';
import { wordsOf } from './people-plan.js';
import type { PresentAssignment } from './present-organization.js';
import type { RoleHere, RolePlan } from './role-plan.js';

/** A role whose dates the file gives: it is made so, or what is wrong with it becomes a problem. */
export function planStated(plan: RolePlan, role: RoleHere): void {
  const { fact } = role;
  const { identities } = plan.desk.present;
  const kind = fact.kind ?? 'PRIMARY';
  const values = { kind, endsBefore: fact.endsBefore, sharePercent: fact.sharePercent };
  const contentHash = plan.desk.tools.fingerprint(values);
  const identity = identities.find(plan.desk.file.source, 'role', role.key);
  const held = (identity && plan.roster.find(identity.entityId)) ?? same(plan, role);
  if (held === undefined) {
    const wanted = plan.blank(role, { kind, startsOn: fact.startsOn, endsBefore: fact.endsBefore });
    if (plan.isImpossible(wanted, fact.where)) return;
    plan.assign(wanted);
    plan.note('create', wanted, role.key, daysOf(wanted));
    plan.identify(role.key, wanted.id, contentHash);
    return;
  }
  const changes = identity?.contentHash === contentHash ? [] : changesOf(held, values);
  if (changes.length > 0) {
    if (plan.isAdministrator(held, fact.where) || plan.isImpossible({ ...held, ...values }, fact.where)) return;
    plan.change(held, values, changes);
  }
  plan.note(changes.length > 0 ? 'update' : 'unchanged', held, role.key, changes.map(wordsOf).join('; '));
  plan.identify(role.key, held.id, contentHash);
}

function same(plan: RolePlan, { scopeId, personId, fact }: RoleHere): PresentAssignment | undefined {
  return plan.roster.of(scopeId, fact.role).find((one) => one.personId === personId && one.startsOn === fact.startsOn);
}

function daysOf({ startsOn, endsBefore }: PresentAssignment): string {
  return `${startsOn === null ? 'since ever' : `from ${startsOn}`}${endsBefore === null ? '' : ` until ${endsBefore}`}`;
}

function changesOf(
  held: PresentAssignment,
  next: Pick<PresentAssignment, 'kind' | 'endsBefore' | 'sharePercent'>,
): FieldChange[] {
  const changes: FieldChange[] = [];
  if (held.kind !== next.kind)
    changes.push({ field: 'kind', from: ROLE_KIND_TITLES[held.kind], to: ROLE_KIND_TITLES[next.kind] });
  if (held.endsBefore !== next.endsBefore)
    changes.push({ field: 'endsBefore', from: held.endsBefore, to: next.endsBefore });
  if (held.sharePercent !== next.sharePercent)
    changes.push({ field: 'sharePercent', from: textOf(held.sharePercent), to: textOf(next.sharePercent) });
  return changes;
}

function textOf(percent: number | null): string | null {
  return percent === null ? null : `${percent} %`;
}
