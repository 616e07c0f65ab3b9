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
    await story.done(story.owner, 'amendDecision', reverted, { text: 'It was Tuesday.' });
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

describe('verify', () => {
  const told = async (): Promise<{ first: ToldDecision; second: ToldDecision }> => {
    const first = await story.inState('SUPERSEDED');
    const second = await story.inState('REVERTED');
    await story.done(story.owner, 'amendDecision', second, { text: 'It was Tuesday.' });
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

  it('names an objection that was forged, taken away or added past the record', async () => {
    const it = await story.inState('PROPOSED');
    const asked = (answer: string): [string, unknown[]] => [
      `insert into decision_asks (organization_id, id, decision_id, kind, side, asked_at, due_at, answer, words, answered_by, answered_at)
       values ($1, gen_random_uuid(), $2, 'CONSENT', $3, '2026-01-02', '2026-01-02', $4, 'Not yet.', $5, '2026-01-02')`,
      [story.house.id, rowId(it.id), answer === 'OBJECTED' ? 'DELEGATE' : 'ACCOUNTABLE', answer, story.dev.id],
    ];
    await story.asOwner(asked('OBJECTED'));
    const accepted = await story.done(story.owner, 'acceptDecision', it);
    const [first] = await records();
    expect(JSON.parse(first?.text ?? '')).toMatchObject({
      format: 3,
      answers: [{ kind: 'CONSENT', side: 'DELEGATE', answer: 'OBJECTED', words: 'Not yet.', by: story.dev.id }],
    });
    expect(await story.wrong()).toEqual([]);
    const change: [string, unknown[]] = [
      "update decision_asks set answer = 'CONSENTED' where decision_id = $1 returning 1",
      [rowId(it.id)],
    ];
    const forget: [string, unknown[]] = [
      'delete from decision_asks where decision_id = $1 returning 1',
      [rowId(it.id)],
    ];
    for (const [sql, values] of [change, forget]) {
      await expect(asApp(sql, ...values)).rejects.toThrow(/stays/u);
      await expect(story.asOwner([sql, values])).rejects.toThrow(/stays/u);
    }
    const sentence = `${accepted.key}: Its list of consents and advice is not what was decided.`;
    await story.asOwner(asked('CONSENTED'));
    expect(await story.wrong()).toEqual([sentence]);
    await forged(['delete from decision_asks where decision_id = $1', [rowId(it.id)]]);
    expect(await story.wrong()).toEqual([sentence]);
    await forged(asked('OBJECTED'));
    expect(await story.wrong()).toEqual([]);
  });

  it('names a link of then that was taken away, changed or added past the record', async () => {
    const proposed = await story.inState('PROPOSED');
    const link = (id: string, at: string): [string, unknown[]] => [
      `insert into decision_links (organization_id, id, decision_id, kind, item_key, added_at) values ($1, $2::uuid, $3, 'ITEM', 'PAY-' || right($2::uuid::text, 1), $4)`,
      [story.house.id, id, rowId(proposed.id), at],
    ];
    const [one, other] = ['0190f6a0-0000-7000-8000-000000000001', '0190f6a0-0000-7000-8000-000000000002'] as const;
    await story.asOwner(link(one, '2026-01-02'));
    const it = await story.done(story.owner, 'acceptDecision', proposed);
    expect(JSON.parse((await records())[0]?.text ?? '')).toMatchObject({
      format: 3,
      links: [{ kind: 'ITEM', key: 'PAY-1' }],
    });
    await story.asOwner(link(other, '2036-01-02'));
    expect(await story.wrong()).toEqual([]);
    const sentence = `${it.key}: Its list of what it touches is not what was decided.`;
    await forged(['delete from decision_links where id = $1', [one]]);
    expect(await story.wrong()).toEqual([sentence]);
    await forged(link(one, '2026-01-02'));
    expect(await story.wrong()).toEqual([]);
    await forged(["update decision_links set added_at = '2026-01-02' where id = $1", [other]]);
    expect(await story.wrong()).toEqual([sentence]);
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

  it('works out every hash itself: also where the check of the database is gone', async () => {
    await told();
    const check = "check (hash = sha256(previous_hash || convert_to(content::text, 'UTF8')))";
    await forged(
      ['alter table decision_records drop constraint decision_records_hash_is_true', []],
      [
        `update decision_records set content = replace(content::text, 'It was wrong', 'It was fine')::json
          where organization_id = $1 and position = 5`,
        [story.house.id],
      ],
      [`alter table decision_records add constraint decision_records_hash_is_true ${check} not valid`, []],
    );
    expect(await story.wrong()).toEqual([
      'Record 5 (D-3, REVERTED): its words are not those that its hash was made of.',
      'D-3: Why it was reverted is not what was recorded.',
    ]);
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
