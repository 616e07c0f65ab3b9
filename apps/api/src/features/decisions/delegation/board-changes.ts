import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { Delegate, DelegationCell } from '@chapterhouse/domain/decisions/delegation-cell';
import { LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { workingHours } from '@chapterhouse/domain/decisions/delegation-words';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import type { Tx } from '../../../platform/database/tx.js';

/** What is different on a board, one change for each decision area, in words: names, never ids. */
export async function changesBetween(
  tx: Tx,
  before: readonly DelegationCell[],
  after: readonly DelegationCell[],
): Promise<FieldChange[]> {
  const was = new Map(before.map((cell) => [cell.decisionAreaId, cell]));
  const is = new Map(after.map((cell) => [cell.decisionAreaId, cell]));
  const areaIds = [...new Set([...was.keys(), ...is.keys()])];
  const personIds = [...before, ...after].flatMap(({ delegate }) => delegate.personId ?? []);
  const names = await namesOf(tx, areaIds, personIds);
  const words = (cell: DelegationCell | undefined): string | null => (cell ? wordsOf(cell, names) : null);
  return areaIds
    .map((id) => ({
      field: names.get(id) ?? '',
      from: words(was.get(id)),
      to: words(is.get(id)),
      same: same(was.get(id), is.get(id)),
    }))
    .filter((change) => !change.same)
    .map(({ field, from, to }) => ({ field, from, to }))
    .toSorted((one, other) => one.field.localeCompare(other.field, 'en'));
}

/** Like `6 Inquire: the team, veto 16 working hours`. */
function wordsOf(
  { level, delegate, vetoHours, answerHours }: DelegationCell,
  names: ReadonlyMap<string, string>,
): string {
  const { number, title, veto, asks } = LEVEL_RULES[level];
  return [
    `${number} ${title}: ${delegateWords(delegate, names)}`,
    ...(veto ? [vetoHours === 0 ? 'no veto' : `veto ${workingHours(vetoHours)}`] : []),
    ...(asks.length > 0 ? [`answers within ${workingHours(answerHours)}`] : []),
  ].join(', ');
}

function delegateWords({ kind, role, personId }: Delegate, names: ReadonlyMap<string, string>): string {
  if (kind === 'ROLE') return ROLE_TITLES[role];
  return kind === 'PERSON' ? (names.get(personId) ?? '') : 'the teams';
}

/** Two people of one name are two. */
function same(one: DelegationCell | undefined, other: DelegationCell | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.level === other.level &&
    one.delegate.kind === other.delegate.kind &&
    one.delegate.role === other.delegate.role &&
    one.delegate.personId === other.delegate.personId &&
    one.vetoHours === other.vetoHours &&
    one.answerHours === other.answerHours
  );
}

async function namesOf(
  tx: Tx,
  areaIds: readonly string[],
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, name from decision_areas where organization_id = $1 and id = any($2::uuid[])
     union all select id, name from people where organization_id = $1 and id = any($3::uuid[])`,
    [tx.organizationId, areaIds, personIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
