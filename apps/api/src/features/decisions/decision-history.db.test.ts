import { DECISION_STATES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { NO_DECISION_WORDS } from '@chapterhouse/domain/decisions/decision-fields';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DecisionStory } from '../../../test/decision-story.js';
import { TestApp } from '../../../test/test-app.js';
import { newId } from '../../platform/database/new-id.js';
import { DecisionHistory, type HistoricDecision } from './decision-history.js';

let app: TestApp;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

async function story(): Promise<DecisionStory> {
  round += 1;
  return DecisionStory.tell(app, `History ${round}`);
}

function historic(of: DecisionStory, state: DecisionState, more: Partial<HistoricDecision> = {}): HistoricDecision {
  const decided = state !== 'PROPOSED';
  const ended = ['VETOED', 'SUPERSEDED', 'REVERTED'].includes(state);
  return {
    id: newId(),
    kind: 'ARCHITECTURE',
    state,
    scope: { kind: 'TEAM', id: of.team.id },
    decisionAreaId: null,
    title: `Of old, ${state}`,
    words: { ...NO_DECISION_WORDS, outcome: 'As always.' },
    delegation: null,
    revisitOn: null,
    proposedBy: of.dev.id,
    proposedAt: '2025-01-06T09:00:00.000Z',
    decidedBy: decided ? of.owner.id : null,
    decidedAt: decided ? '2025-01-07T09:00:00.000Z' : null,
    vetoEndsAt: state === 'VETOED' ? '2025-01-09T09:00:00.000Z' : null,
    veto: state === 'VETOED' ? { by: of.owner.id, for: null, at: '2025-01-08T09:00:00.000Z', reason: 'No' } : null,
    supersededBy: null,
    endedAt: ended ? '2025-02-03T09:00:00.000Z' : null,
    endedBy: ended ? of.owner.id : null,
    revertReason: state === 'REVERTED' ? 'It was wrong.' : '',
    closeReason: state === 'REJECTED' ? 'Too early.' : '',
    people: [{ part: 'CONSULTED', personId: null, name: 'Somebody of old' }],
    links: [{ kind: 'GOAL', title: 'Calm nights' }],
    supersedes: [],
    amendments: [],
    briefId: null,
    importIdentity: null,
    importedFrom: '',
    ...more,
  };
}

const record = (of: DecisionStory, decisions: HistoricDecision[]): Promise<Map<string, number>> =>
  app.database.transaction({ organizationId: of.house.id, cause: 'import:test' }, (tx) =>
    app.app.get(DecisionHistory).record(tx, decisions),
  );

it('tells every state with its dates and people, as if it had been lived here', async () => {
  const it = await story();
  const successor = historic(it, 'ACCEPTED', {
    proposedAt: '2025-01-20T09:00:00.000Z',
    decidedAt: '2025-02-03T09:00:00.000Z',
  });
  const told = DECISION_STATES.filter((state) => state !== 'PROPOSED').map((state) =>
    historic(it, state, {
      supersededBy: state === 'SUPERSEDED' ? successor.id : null,
      amendments:
        state === 'ACCEPTED' ? [{ text: 'It was Tuesday.', by: it.dev.id, at: '2025-03-01T09:00:00.000Z' }] : [],
    }),
  );
  const numbers = await record(it, [...told, successor, historic(it, 'PROPOSED')]);
  expect([...numbers.values()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await it.wrong()).toEqual([]);
  for (const [index, { state }] of told.entries())
    expect(
      await it.ask(
        `D-${index + 1}`,
        'state proposedBy { name } decidedBy { name } decidedAt people { name } links { title }',
      ),
    ).toEqual({
      state,
      proposedBy: { name: 'Dora' },
      decidedBy: { name: 'Pia' },
      decidedAt: '2025-01-07T09:00:00.000Z',
      people: [{ name: 'Somebody of old' }],
      links: [{ title: 'Calm nights' }],
    });
  const vetoed = await it.ask<{ activity: { edges: { node: object }[] } }>(
    'D-4',
    'activity { edges { node { event at actor { name } note } } }',
  );
  expect(vetoed.activity.edges.map(({ node }) => node)).toEqual([
    { event: 'decision.vetoed', at: '2025-01-08T09:00:00.000Z', actor: { name: 'Pia' }, note: 'No' },
    { event: 'decision.accepted', at: '2025-01-07T09:00:00.000Z', actor: { name: 'Pia' }, note: null },
    { event: 'decision.proposed', at: '2025-01-06T09:00:00.000Z', actor: { name: 'Dora' }, note: null },
  ]);
  // What is lived from here on continues the same chain and the same keys.
  expect((await it.inState('ACCEPTED')).key).toBe('D-9');
  expect(await it.wrong()).toEqual([]);
});

it('whoever brings what nobody is known to have done did none of it', async () => {
  const it = await story();
  const unknown = { proposedBy: null, decidedBy: null, endedBy: null };
  await app.database.transaction({ organizationId: it.house.id, actorId: it.owner.id }, (tx) =>
    app.app
      .get(DecisionHistory)
      .record(tx, [
        historic(it, 'REVERTED', { ...unknown, importIdentity: 'one' }),
        historic(it, 'ACCEPTED', { ...unknown, importIdentity: 'other', decidedBy: it.dev.id }),
      ]),
  );
  const actors = async (key: string) => {
    const { activity } = await it.ask<{ activity: { edges: { node: { actor: object | null } }[] } }>(
      key,
      'activity { edges { node { actor { name } } } }',
    );
    return activity.edges.map(({ node }) => node.actor);
  };
  expect(await actors('D-1')).toEqual([null, null, null]);
  expect(await actors('D-2')).toEqual([{ name: 'Dora' }, null]);
});

it('of files that say neither who nor when, in bulk, with circles and dates in any order', async () => {
  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((day) => new Date(Date.UTC(2015, 0, 1) + day * 86_400_000).toISOString());
  const files = fc.array(
    fc.record({
      state: fc.constantFrom(...DECISION_STATES),
      proposedAt: days,
      decidedAt: fc.option(days),
      endedAt: fc.option(days),
      by: fc.option(fc.nat(30)),
      amended: fc.array(days, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(files, async (drawn) => {
      const it = await story();
      const ids = drawn.map(() => newId());
      const decisions = drawn.map(({ state, proposedAt, decidedAt, endedAt, by, amended }, index) => {
        const other = ids[(by ?? 0) % ids.length];
        return historic(it, state, {
          id: ids[index] ?? '',
          proposedBy: null,
          proposedAt,
          decidedBy: null,
          decidedAt: state === 'PROPOSED' ? null : decidedAt,
          endedAt,
          endedBy: null,
          vetoEndsAt: null,
          veto: state === 'VETOED' ? { by: null, for: null, at: null, reason: 'No' } : null,
          supersededBy: state === 'SUPERSEDED' && by !== null && other !== ids[index] ? (other ?? null) : null,
          amendments: ['PROPOSED', 'REJECTED', 'WITHDRAWN'].includes(state)
            ? []
            : amended.map((at) => ({ text: 'Added', by: null, at })),
          importIdentity: `file ${index}`,
        });
      });
      await record(it, decisions);
      expect(await it.wrong()).toEqual([]);
      // The line of history ends, whatever circle the files told of.
      const first = await it.ask<{ history: { key: string }[] }>('D-1', 'history { key }');
      expect(new Set(first.history.map(({ key }) => key)).size).toBe(first.history.length);
    }),
    { numRuns: 25, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
  );
});

it('1,200 in a few statements, within what one statement may take', async () => {
  const it = await story();
  const decisions = Array.from({ length: 1200 }, () => historic(it, 'ACCEPTED'));
  await record(it, decisions);
  expect(await it.wrong()).toEqual([]);
});
