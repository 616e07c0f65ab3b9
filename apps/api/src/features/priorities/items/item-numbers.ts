import type { Tx } from '../../../platform/database/tx.js';

/**
 * Takes the next numbers; everybody else who writes an item in this organization waits from here until the commit. A
 * number is passed over when an import has brought an item with the key that it would make.
 */
export async function takeItemNumbers(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
  await tx.run(
    `insert into backlog_counters as c (organization_id, last_number) values ($1, 0)
     on conflict (organization_id) do update set last_number = c.last_number`,
    [tx.organizationId],
  );
  const rows = await tx.query<{ number: number }>(NEXT, [tx.organizationId, count]);
  return rows.map(({ number }) => number);
}

const NEXT = `
  with recursive steps(number, taken, found) as (
    select last_number, true, 0 from backlog_counters where organization_id = $1
    union all
    select s.number + 1, b.id is not null, s.found + case when b.id is null then 1 else 0 end
      from steps s
      left join lateral (select i.id from backlog_items i
                          where i.organization_id = $1 and i.external_key = 'B-' || (s.number + 1) limit 1) b on true
     where s.found < $2
  ), counted as (
    update backlog_counters set last_number = (select max(number) from steps) where organization_id = $1
  )
  select number from steps where not taken order by number`;
