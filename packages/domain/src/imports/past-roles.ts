import type { RoleHere, RolePlan } from './role-plan.js';

/** Somebody who held a role once, until when is not known: ended on the file's day, unless an end is known already. */
export function planPastRole(plan: RolePlan, role: RoleHere): void {
  const wanted = plan.blank(role, { kind: 'BACKUP', startsOn: null, endsBefore: plan.asOf });
  const known = plan.roster
    .inScope(role.scopeId)
    .find((held) => held.personId === role.personId && held.endsBefore !== null && held.endsBefore <= plan.asOf);
  if (known !== undefined) {
    plan.note('unchanged', known, role.key, '', 'past-role');
    return;
  }
  if (plan.isImpossible(wanted, role.fact.where)) return;
  plan.assign(wanted);
  plan.note('create', wanted, role.key, `ended by ${plan.asOf}`, 'past-role');
  plan.identify(role.key, wanted.id, plan.desk.tools.fingerprint({ past: role.fact.role }));
}
