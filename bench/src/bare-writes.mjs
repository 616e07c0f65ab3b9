import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** As many as the product's pool has: more would only wait inside PostgreSQL instead of before it. */
const POOL = 12;
const WARM_MS = 300;
const ROLE = '-c role=chapterhouse_app -c timezone=UTC';

/**
 * The limit of a write: the same rows in the same tables under the same row-level security, by node and pg, five
 * prepared statements in one transaction: begin, the change, its event, its idempotency key, commit.
 * Nothing is read, checked or answered.
 */
export async function bareWrites({ url, organizationId, personIds, connections, seconds, writes }) {
  const pool = new pg.Pool({ connectionString: url, max: POOL, options: ROLE });
  const countFrom = performance.now() + WARM_MS;
  const until = countFrom + seconds * 1000;
  const latencies = [];
  const keepWriting = async (index) => {
    const next = changes(writes, index, connections, { organizationId, personId: personIds[0] });
    while (performance.now() < until) {
      const startedAt = performance.now();
      await write(pool, organizationId, personIds[0], next());
      const endedAt = performance.now();
      if (endedAt >= countFrom && endedAt <= until) latencies.push(endedAt - startedAt);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, index) => keepWriting(index)));
  } finally {
    await pool.end();
  }
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.floor(latencies.length * share)];
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

async function write(pool, organizationId, personId, { name, event, id, version, statement, values, done }) {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local chapterhouse.organization_id = '${organizationId}'`);
    // The number of a new impediment is taken late, as the product does: the next one waits from there on.
    const first = { name, text: statement, values };
    const second = {
      name: 'event',
      text: EVENT,
      values: [
        organizationId,
        event,
        id,
        version,
        personId,
        '{"changes":[{"field":"nextStep","from":"one","to":"other"}]}',
      ],
    };
    for (const query of name === 'raise' ? [second, first] : [first, second]) {
      const { rowCount } = await client.query(query);
      if (rowCount !== 1) throw new Error(`${name}: ${rowCount} rows`);
    }
    await client.query({
      name: 'key',
      text: KEY,
      values: [
        organizationId,
        personId,
        randomUUID(),
        event,
        randomBytes(32),
        '{"id":"the result as the product keeps it"}',
      ],
    });
    await client.query('commit');
    done?.();
  } finally {
    client.release();
  }
}

function changes({ kind, teamIds, ownerId, targets }, index, connections, { organizationId, personId }) {
  const own = targets.filter((_, at) => at % connections === index).map((target) => ({ ...target }));
  let turn = 0;
  if (kind === 'raise') {
    return () => {
      turn += 1;
      const id = randomUUID();
      const values = [
        organizationId,
        id,
        `Raised by connection ${index} in turn ${turn}`,
        new Date().toISOString(),
        personId,
        teamIds[(index + turn) % teamIds.length],
      ];
      return { name: 'raise', event: 'impediment.raised', id, version: 1, statement: RAISE, values };
    };
  }
  return () => {
    turn += 1;
    const target = own[turn % own.length];
    const values = [
      organizationId,
      target.id,
      target.version,
      new Date().toISOString(),
      ownerId,
      'HIGH',
      1 + (turn % 3),
      `Ask again, turn ${turn}`,
    ];
    const done = () => (target.version += 1);
    return {
      name: 'triage',
      event: 'impediment.triaged',
      id: target.id,
      version: target.version + 1,
      statement: TRIAGE,
      values,
      done,
    };
  };
}

const RAISE = `
  with counted as (
    update impediment_counters set last_number = last_number + 1 where organization_id = $1 returning last_number
  ), raised as (
    insert into impediments (organization_id, id, number, title, category, state, level_since, clock_ends_at, raised_by, raised_at,
        raising_team_id, updated_at)
    select $1, $2, last_number, $3, 'TOOLING', 'RAISED', $4, $4, $5, $4, $6, $4 from counted
  ), teams as (
    insert into impediment_teams (organization_id, impediment_id, team_id, added_by, added_at) values ($1, $2, $6, $5, $4)
  )
  insert into impediment_watchers (organization_id, impediment_id, person_id) values ($1, $2, $5)`;

const TRIAGE = `
  with watched as (
    insert into impediment_watchers (organization_id, impediment_id, person_id) values ($1, $2, $5) on conflict do nothing
  )
  update impediments set owner_id = $5, severity = $6, level = $7, level_since = $4, clock_ends_at = $4, next_step = $8,
      version = version + 1, updated_at = $4
   where organization_id = $1 and id = $2 and version = $3`;

const EVENT = `
  insert into events (organization_id, name, subject_type, subject_id, subject_version, actor_person_id, payload)
  values ($1, $2, 'Impediment', $3, $4, $5, $6)`;

const KEY = `
  insert into idempotency_keys (organization_id, person_id, key, operation, input_hash, result) values ($1, $2, $3, $4, $5, $6)`;
