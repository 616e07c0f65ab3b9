import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DecisionStory, rowId } from '../../../../test/decision-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: DecisionStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await DecisionStory.tell(app, `Frozen ${round}`);
});
afterAll(() => app?.stop());

const asApp = (sql: string, ...values: unknown[]): Promise<unknown> => story.house.query(sql, values);

/** All walls down: what only somebody with the whole database in hand can do. */
const forged = (...statements: [string, unknown[]][]): Promise<void> =>
  story.asOwner("set session_replication_role = 'replica'", ...statements);

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
    const inHouse = { organizationId: story.house.id };
    let added = 'waits';
    let adding = Promise.resolve();
    await app.database.transaction(inHouse, async (tx) => {
      await tx.run(
        `update decisions set state = 'ACCEPTED', decided_by = proposed_by, decided_at = now() where organization_id = $1 and id = $2`,
        [tx.organizationId, rowId(it.id)],
      );
      adding = asApp(
        `insert into decision_people (organization_id, decision_id, part, position, name)
         select organization_id, id, 'INFORMED', 7, 'Late' from decisions where id = $1`,
        rowId(it.id),
      ).then(
        () => void (added = 'done'),
        (error: unknown) => void (added = String(error)),
      );
      await app.locksAwaited(1);
      // Nothing is said as long as the other one has not committed.
      expect(added).toBe('waits');
    });
    await adding;
    expect(added).toMatch(/never changed/u);
  });

  it('to change or remove records, amendments, boards and decisions', async () => {
    const it = await story.inState('ACCEPTED');
    await story.done(story.owner, 'amendDecision', it, { text: 'Added' });
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

  it.each([
    'decisions',
    'decision_people',
    'decision_links',
    'decision_asks',
    'decision_supersedes',
    'decision_amendments',
    'decision_records',
    'delegation_board_versions',
  ])('to empty %s as a whole, whoever asks', async (table) => {
    await expect(asApp(`truncate ${table} cascade`)).rejects.toThrow(/permission denied/u);
    await expect(story.asOwner(`truncate ${table} cascade`)).rejects.toThrow(/never removed all at once/u);
  });

  it('a record whose hash is not true, even when the triggers sleep', async () => {
    await story.inState('ACCEPTED');
    await expect(
      forged(['update decision_records set content = $1 where organization_id = $2', ['{"format":1}', story.house.id]]),
    ).rejects.toThrow(/hash_is_true/u);
  });
});
