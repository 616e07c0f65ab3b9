import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionStory, rowId, type ToldDecision } from '../../../../test/decision-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: DecisionStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await DecisionStory.tell(app, `Chain ${round}`);
});
afterAll(() => app?.stop());

interface StoredRecord {
  position: number;
  text: string;
  previous: string;
  hash: string;
  kind: string;
}

const records = (): Promise<StoredRecord[]> =>
  story.house.query(
    `select position, content::text as text, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash, kind
       from decision_records where organization_id = $1 order by position`,
    [story.house.id],
  );

const asApp = (sql: string, ...values: unknown[]): Promise<unknown> => story.house.query(sql, values);

/** All walls down: what only somebody with the whole database in hand can do. */
const forged = (...statements: [string, unknown[]][]): Promise<void> =>
  story.asOwner("set session_replication_role = 'replica'", ...statements);

describe('the chain', () => {
  it('continues from record to record over all decisions, by hashes that anybody can work out', async () => {
    await story.inState('SUPERSEDED');
    const reverted = await story.inState('REVERTED');
    await story.done(story.dev, 'amendDecision', reverted, { text: 'It was Tuesday.' });
    await story.inState('REJECTED');
    await story.inState('WITHDRAWN');
    const chain = await records();
    expect(chain.map(({ kind }) => kind)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'SUPERSEDED',
      'ACCEPTED',
      'REVERTED',
      'AMENDED',
      'REJECTED',
      'WITHDRAWN',
    ]);
    let previous = Buffer.alloc(32);
    for (const [index, record] of chain.entries()) {
      expect(record.position).toBe(index + 1);
      expect(record.previous).toBe(previous.toString('hex'));
      previous = createHash('sha256')
        .update(Buffer.concat([previous, Buffer.from(record.text)]))
        .digest();
      expect(record.hash).toBe(previous.toString('hex'));
    }
    expect(await story.wrong()).toEqual([]);
  });

  it('is one of each organization, and shows as the hash of what was decided', async () => {
    const neighbour = await DecisionStory.tell(app, 'Neighbour');
    await neighbour.inState('ACCEPTED');
    const accepted = await story.inState('ACCEPTED');
    const [first] = await records();
    expect(accepted.contentHash).toBe(first?.hash);
    expect((await story.inState('PROPOSED')).contentHash).toBeNull();
    expect(await neighbour.wrong()).toEqual([]);
  });

  it('has no fork and no gap when 12 decide at once', async () => {
    const proposed: ToldDecision[] = [];
    for (let count = 0; count < 12; count += 1) proposed.push(await story.inState('PROPOSED'));
    const states = await Promise.all(
      proposed.map(async (it, index) =>
        index % 3 === 0
          ? story.done(story.owner, 'rejectDecision', it, { reason: 'No' })
          : story.done(story.owner, 'acceptDecision', it),
      ),
    );
    expect(states.filter(({ state }) => state === 'ACCEPTED')).toHaveLength(8);
    expect((await records()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await story.wrong()).toEqual([]);
  });

  it('does not believe a place or a hash that it is given', async () => {
    const { id } = await story.inState('ACCEPTED');
    await asApp(
      `insert into decision_records (organization_id, position, decision_id, kind, content, previous_hash, hash, at)
       values ($1, 9, $2, 'AMENDED', '{}', decode(repeat('11', 32), 'hex'), decode(repeat('22', 32), 'hex'), now())`,
      story.house.id,
      rowId(id),
    );
    const [first, second] = await records();
    expect(second).toMatchObject({ position: 2, previous: first?.hash });
  });
});

describe('the database refuses', () => {
  const change = (columns: string) => `update decisions set ${columns} where id = $1`;
  const FROZEN = [
    ["title = 'Other'"],
    [`words = jsonb_set(words, '{outcome}', '"Other"')`],
    ["kind = 'PROCESS'"],
    ["scope_kind = 'ORGANIZATION', team_id = null"],
    [`delegation = '{}'`],
    ['decided_by = null'],
    ["decided_at = '2020-01-01'"],
    ["veto_ends_at = '2099-01-01'"],
    ["close_reason = 'Other'"],
    ["revert_reason = 'Other'"],
    ["state = 'PROPOSED', decided_by = null, decided_at = null"],
    ["state = 'REJECTED', close_reason = 'Other'"],
  ];

  it.each(FROZEN)('to change what was accepted: %s', async (columns) => {
    const { id } = await story.inState('ACCEPTED');
    await expect(asApp(change(columns), rowId(id))).rejects.toThrow(/never changed|does not go from|check constraint/u);
    // Also of its owner, who has every right.
    await expect(story.asOwner([change(columns), [rowId(id)]])).rejects.toThrow(
      /never changed|does not go from|check constraint/u,
    );
  });

  it.each([
    ['proposed_by = null'],
    ["proposed_at = '2020-01-01'"],
    ['number = 99'],
    ["import_identity = 'x'"],
    ["imported_from = 'x'"],
  ])('to change where it comes from, in any state: %s', async (columns) => {
    const { id } = await story.inState('PROPOSED');
    await expect(asApp(change(columns), rowId(id))).rejects.toThrow(/permission denied/u);
    await expect(story.asOwner([change(columns), [rowId(id)]])).rejects.toThrow(/never changed|check constraint/u);
  });

  it('other ends: superseded by another one, out of REVERTED, a veto after its end or without a reason', async () => {
    const superseded = await story.inState('SUPERSEDED');
    const other = await story.inState('ACCEPTED');
    const reverted = await story.inState('REVERTED');
    await expect(asApp(change('superseded_by = $2'), rowId(superseded.id), rowId(other.id))).rejects.toThrow(
      /never changed/u,
    );
    await expect(asApp(change("state = 'ACCEPTED', revert_reason = ''"), rowId(reverted.id))).rejects.toThrow(
      /does not go from/u,
    );
    const veto = (columns: string) =>
      asApp(change(`state = 'VETOED', vetoed_by = decided_by, ${columns}`), rowId(other.id));
    await expect(veto("vetoed_at = now(), veto_reason = 'No'")).rejects.toThrow(/vetoed_in_time/u);
    await expect(veto("vetoed_at = now(), veto_reason = ''")).rejects.toThrow(/vetoed_why|vetoed_in_time/u);
  });

  it.each(['ACCEPTED', 'REJECTED', 'WITHDRAWN', 'SUPERSEDED', 'REVERTED'] as const)(
    'to change, add or take away people and what it replaces once it is %s',
    async (state) => {
      const { id } = await story.inState(state, { people: [{ part: 'CONSULTED', name: 'Somebody' }] });
      const third = await story.inState('ACCEPTED');
      const statements: [string, unknown[]][] = [
        ['update decision_people set name = $2 where decision_id = $1', [rowId(id), 'Other']],
        ['delete from decision_people where decision_id = $1 and $2 <> $1::text', [rowId(id), 'x']],
        [
          `insert into decision_people (organization_id, decision_id, part, position, name)
           select organization_id, id, 'INFORMED', 7, $2 from decisions where id = $1`,
          [rowId(id), 'Other'],
        ],
        [
          `insert into decision_supersedes (organization_id, decision_id, superseded_id)
           select organization_id, id, $2 from decisions where id = $1`,
          [rowId(id), rowId(third.id)],
        ],
      ];
      for (const [sql, values] of statements) {
        await expect(asApp(sql, ...values)).rejects.toThrow(/never changed/u);
        await expect(story.asOwner([sql, values])).rejects.toThrow(/never changed/u);
      }
    },
  );

  it('to put somebody into a decision that is accepted in the same moment', async () => {
    const it = await story.propose();
    const accepting = story.done(story.owner, 'acceptDecision', it);
    const adding = asApp(
      `insert into decision_people (organization_id, decision_id, part, position, name)
       select organization_id, id, 'INFORMED', 7, 'Late' from decisions where id = $1`,
      rowId(it.id),
    ).catch((error: unknown) => String(error));
    await Promise.all([accepting, adding]);
    // Whichever came first: what is on the record is what is there.
    expect(await story.wrong()).toEqual([]);
  });

  it('to change or remove records, amendments, boards and decisions', async () => {
    const it = await story.inState('ACCEPTED');
    await story.done(story.dev, 'amendDecision', it, { text: 'Added' });
    for (const [table, column] of [
      ['decision_records', "content = '{}'"],
      ['decision_amendments', "text = 'Other'"],
    ] as const) {
      await expect(asApp(`update ${table} set ${column}`)).rejects.toThrow(/permission denied/u);
      await expect(asApp(`delete from ${table}`)).rejects.toThrow(/permission denied/u);
      await expect(story.asOwner(`update ${table} set ${column}`)).rejects.toThrow(/never changed/u);
      await expect(story.asOwner(`delete from ${table}`)).rejects.toThrow(/never removed/u);
    }
    await expect(asApp('delete from decisions')).rejects.toThrow(/permission denied/u);
    await expect(story.asOwner('delete from decisions')).rejects.toThrow(/never removed/u);
  });

  it('a record whose hash is not true, even when the triggers sleep', async () => {
    await story.inState('ACCEPTED');
    await expect(
      forged(['update decision_records set content = $1 where organization_id = $2', ['{"format":1}', story.house.id]]),
    ).rejects.toThrow(/hash_is_true/u);
  });
});

describe('verify', () => {
  const told = async (): Promise<{ first: ToldDecision; second: ToldDecision }> => {
    const first = await story.inState('SUPERSEDED');
    const second = await story.inState('REVERTED');
    await story.done(story.dev, 'amendDecision', second, { text: 'It was Tuesday.' });
    expect(await story.wrong()).toEqual([]);
    return { first, second };
  };

  it.each([
    ["title = 'Other'", 'Its title is not what was decided.'],
    [`words = jsonb_set(words, '{outcome}', '"Other"')`, 'Its wording is not what was decided.'],
    ["revert_reason = 'Other'", 'Why it was reverted is not what was recorded.'],
    ["proposed_at = proposed_at - interval '1 day'", 'Its time of proposal is not what was decided.'],
    ["state = 'ACCEPTED', revert_reason = ''", 'It is ACCEPTED; its records say REVERTED.'],
  ])('names a decision whose row was forged: %s', async (columns, sentence) => {
    const { second } = await told();
    await forged([`update decisions set ${columns} where id = $1`, [rowId(second.id)]]);
    expect(await story.wrong()).toContain(`${second.key}: ${sentence}`);
  });

  it('names an amendment that was forged, added or taken away past the record', async () => {
    const { second } = await told();
    await forged(["update decision_amendments set text = 'Monday.' where decision_id = $1", [rowId(second.id)]]);
    expect(await story.wrong()).toEqual([`${second.key}: Its amendment 1 is not what was recorded.`]);
    await forged(['delete from decision_amendments where decision_id = $1', [rowId(second.id)]]);
    expect(await story.wrong()).toEqual([`${second.key}: Its amendment 1 is not what was recorded.`]);
  });

  it('names the first break when words are forged together with their hash', async () => {
    const { first } = await told();
    await forged([
      `update decision_records r
          set content = x.content::json, hash = sha256(r.previous_hash || convert_to(x.content, 'UTF8'))
         from (select replace(content::text, 'We use one queue.', 'We use none.') as content, organization_id, position
                 from decision_records) x
        where x.organization_id = r.organization_id and x.position = r.position and r.position = 1 and r.organization_id = $1`,
      [story.house.id],
    ]);
    const wrong = await story.wrong();
    expect(wrong).toContain('Record 2 (D-2, ACCEPTED): it does not continue the record before it.');
    expect(wrong).toContain(`${first.key}: Its wording is not what was decided.`);
  });

  it('names a gap, a record that was filed under another decision, and a decision without records', async () => {
    const { first, second } = await told();
    await forged([
      'update decision_records set decision_id = $2 where decision_id = $1 and position = 5',
      [rowId(second.id), rowId(first.id)],
    ]);
    expect(await story.wrong()).toContain(
      'Record 5 (D-1, REVERTED): it is filed under another decision or kind than it says.',
    );
    await forged(['delete from decision_records where organization_id = $1 and position = 3', [story.house.id]]);
    expect(await story.wrong()).toContain(
      'Record 4 (D-3, ACCEPTED): the chain has a gap before it; the one before is record 2.',
    );
    await forged(['delete from decision_records where organization_id = $1', [story.house.id]]);
    expect(await story.wrong()).toContain(`${second.key}: It is REVERTED and nothing of it is on the record.`);
  });

  it('names a change without its event, and keys with a gap', async () => {
    const { second } = await told();
    await forged(['update decisions set version = 9 where id = $1', [rowId(second.id)]]);
    await forged(['update decision_counters set last_number = 12 where organization_id = $1', [story.house.id]]);
    expect(await story.wrong()).toEqual([
      `Decision ${rowId(second.id)} is at version 9, its latest event at 3.`,
      'There are 3 decisions, the last key is D-3, the counter is at 12.',
    ]);
  });
});
