import { lastWithRoom, numbersOfKeys } from '@chapterhouse/domain/priorities/item-numbers';
import type { Tx } from '../../../platform/database/tx.js';

/**
 * Takes the next numbers; everybody else who writes an item in this organization waits from here until the commit. A
 * number is passed over when an import has brought an item with the key that it would make.
 */
export async function takeItemNumbers(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return [];
  // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
  await holdNumbers(tx);
  const rows = await tx.query<{ number: number }>(NEXT, [tx.organizationId, count]);
  return rows.map(({ number }) => number);
}

/**
 * Makes way for items that will come with these keys: what is written by hand from now on gets numbers beyond them. To be
 * committed before the transaction that brings them begins, so that neither waits for the other, nor both take one key.
 * What is committed by then is seen by that transaction; numbers that nobody comes to use stay unused.
 */
export async function passOverKeys(tx: Tx, keys: Iterable<string>): Promise<void> {
  const taken = numbersOfKeys(keys);
  if (taken.length === 0) return;
  const last = await holdNumbers(tx);
  const free = lastWithRoom(last, taken);
  if (free > last)
    await tx.run('update backlog_counters set last_number = $2 where organization_id = $1', [tx.organizationId, free]);
}

/** Answers the last number that was taken; everybody else waits from here until the commit. */
async function holdNumbers(tx: Tx): Promise<number> {
  const row = await tx.one<{ last: number }>(
    `insert into backlog_counters as c (organization_id, last_number) values ($1, 0)
     on conflict (organization_id) do update set last_number = c.last_number returning last_number as last`,
    [tx.organizationId],
  );
  return row?.last ?? 0;
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
