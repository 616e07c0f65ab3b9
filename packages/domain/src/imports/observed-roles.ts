import { EXCLUSIVE_ROLES, ROLE_KIND_TITLES } from '../organization/role.js';
import type { PresentAssignment } from './present-organization.js';
import type { RoleHere, RolePlan } from './role-plan.js';

/**
 * Roles that people were seen to hold on the file's day. Who holds one already goes on; who is new starts on that day.
 * The present primary stays primary while listed; otherwise the first listed becomes it and the others are backups.
 */
export function planObserved(plan: RolePlan, roles: RoleHere[]): void {
  const groups = new Map<string, RoleHere[]>();
  for (const role of roles) {
    const key = `${role.scopeId}:${role.fact.role}`;
    const group = groups.get(key) ?? [];
    if (!group.some((other) => other.personId === role.personId)) group.push(role);
    groups.set(key, group);
  }
  for (const group of groups.values()) planGroup(plan, group);
}

function planGroup(plan: RolePlan, group: RoleHere[]): void {
  const [first] = group;
  if (first === undefined) return;
  const exclusive = EXCLUSIVE_ROLES.includes(first.fact.role);
  const isTaken = plan.roster
    .of(first.scopeId, first.fact.role)
    .some((held) => held.kind === 'PRIMARY' && (held.endsBefore === null || held.endsBefore > plan.asOf));
  group.forEach((role, place) => {
    const primary = !exclusive || (place === 0 && !isTaken);
    const held = plan.roster
      .of(role.scopeId, role.fact.role)
      .find((one) => one.personId === role.personId && plan.lastsNow(one));
    if (held === undefined) start(plan, role, primary ? 'PRIMARY' : 'BACKUP');
    else if (primary && held.kind === 'BACKUP') promote(plan, role, held);
    else keep(plan, role, held);
  });
}

function start(plan: RolePlan, role: RoleHere, kind: 'PRIMARY' | 'BACKUP'): void {
  const wanted = plan.blank(role, { kind, startsOn: plan.asOf, endsBefore: null });
  if (plan.isImpossible(wanted, role.fact.where)) return;
  plan.assign(wanted);
  plan.note('create', wanted, role.key, `from ${plan.asOf}`);
  plan.identify(role.key, wanted.id, hashOf(plan, role));
}

/** A backup becomes primary: one assignment ends and the next begins, since somebody else was primary before. */
function promote(plan: RolePlan, role: RoleHere, held: PresentAssignment): void {
  const changes = [{ field: 'kind', from: ROLE_KIND_TITLES[held.kind], to: ROLE_KIND_TITLES.PRIMARY }];
  const details = `backup → primary on ${plan.asOf}`;
  let id = held.id;
  if (held.startsOn === plan.asOf) {
    plan.change(held, { kind: 'PRIMARY' }, changes);
  } else {
    const next = plan.blank(role, { kind: 'PRIMARY', startsOn: plan.asOf, endsBefore: held.endsBefore });
    plan.desk.writes.roles.push({
      ...held,
      scope: { kind: role.scopeKind, id: role.scopeId },
      effect: 'end',
      endsBefore: plan.asOf,
      changes,
    });
    plan.roster.change(held.id, { endsBefore: plan.asOf });
    plan.assign(next);
    id = next.id;
  }
  plan.note('update', held, role.key, details);
  plan.identify(role.key, id, hashOf(plan, role));
}

function keep(plan: RolePlan, role: RoleHere, held: PresentAssignment): void {
  plan.note('unchanged', held, role.key, '');
  plan.identify(role.key, held.id, hashOf(plan, role));
}

function hashOf(plan: RolePlan, role: RoleHere): string {
  return plan.desk.tools.fingerprint({ role: role.fact.role });
}
