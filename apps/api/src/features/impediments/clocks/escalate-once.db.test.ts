import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ClockStory } from '../../../../test/clock-story.js';
import type { TestImpediment } from '../../../../test/impediment-story.js';
import { start } from '../../../../test/security/child-process.js';
import { TestApp } from '../../../../test/test-app.js';
import { Clock } from '../../../platform/clock.js';
import { EventLog } from '../../../platform/events/event-log.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ClocksRepository } from './clocks.repository.js';

let app: TestApp;
let story: ClockStory;
let clock: jest.SpiedFunction<Clock['now']>;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** It is now this moment, wherever the api asks. */
function itIs(at: string): void {
  clock = jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date(at));
}

// Monday, and when the first level's 16 hours are over.
const MONDAY = '2026-03-02T09:00:00Z';
const TUESDAY = '2026-03-03T17:00:00Z';

describe('exactly once', () => {
  async function due(count: number): Promise<TestImpediment[]> {
    itIs(MONDAY);
    return Promise.all(Array.from({ length: count }, (_, index) => story.impediments.raise(`Due ${index}`)));
  }

  test('by three workers at once', async () => {
    story = await ClockStory.tell(app, 'Workers');
    const all = await due(25);
    const woke = await Promise.all([story.wake(TUESDAY), story.wake(TUESDAY), story.wake(TUESDAY)]);
    expect(woke.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(25);
    expect(Math.max(...woke.map(({ escalated }) => escalated))).toBeLessThan(25);
    expect(await story.escalations(all)).toEqual(all.map(() => 1));
  });

  test.each([
    ['the clocks are saved', ClocksRepository.prototype, 'save', 'before'],
    ['the clocks are saved', ClocksRepository.prototype, 'save', 'after'],
    ['the event is written', EventLog.prototype, 'append', 'before'],
    ['the event is written', EventLog.prototype, 'append', 'after'],
  ])('where it fails as %s (%#): all or nothing, and the others have their turn', async (_what, of, name, when) => {
    story = await ClockStory.tell(app, 'Fails');
    const all = await due(3);
    const before = await Promise.all(all.map((it) => story.state(it)));
    const original: unknown = Reflect.get(of, name);
    if (typeof original !== 'function') throw new Error(`There is no ${name}.`);
    let failed = false;
    Reflect.set(of, name, async function (this: unknown, ...given: unknown[]) {
      const fails = !failed;
      failed = true;
      if (fails && when === 'before') throw new Error('injected');
      await Reflect.apply(original, this, given);
      if (fails) throw new Error('injected');
    });
    try {
      await expect(story.wake(TUESDAY)).rejects.toThrow('injected');
    } finally {
      Reflect.set(of, name, original);
    }
    const done = await story.escalations(all);
    expect([...done].sort()).toEqual([0, 1, 1]);
    const left = done.indexOf(0);
    const after = await Promise.all(all.map((it) => story.state(it)));
    expect(after[left]).toEqual(before[left]);
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 1, reminded: 0 });
    expect(await story.escalations(all)).toEqual([1, 1, 1]);
  });

  test('where the connection dies after all was written and before it was committed', async () => {
    story = await ClockStory.tell(app, 'Killed');
    const [it] = await due(1);
    if (!it) throw new Error('One is due.');
    const before = await story.state(it);
    const append = Reflect.get(EventLog.prototype, 'append');
    jest.spyOn(EventLog.prototype, 'append').mockImplementationOnce(async function (this: EventLog, tx: Tx, ...events) {
      await append.call(this, tx, ...events);
      const backend = await tx.one<{ pid: number }>('select pg_backend_pid() as pid');
      await app.endConnection(backend?.pid);
    });
    // The driver says the one or the other, as the end of the connection reaches it before or after it was asked to commit.
    await expect(story.wake(TUESDAY)).rejects.toThrow(/terminat|connection error/u);
    expect(await story.state(it)).toEqual(before);
    expect(await story.escalations([it])).toEqual([0]);
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 1, reminded: 0 });
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.escalations([it])).toEqual([1]);
  });

  test('where the worker is killed after all was written and before it was committed', async () => {
    story = await ClockStory.tell(app, 'Killed worker');
    const [it] = await due(1);
    if (!it) throw new Error('One is due.');
    const before = await story.state(it);
    const worker = start('doomed-waker.ts', [app.databaseUrl, story.impediments.house.id, TUESDAY]);
    try {
      await worker.printed((line) => line === 'written');
      // What it wrote it holds: nobody else takes it up meanwhile.
      expect(await story.wake(TUESDAY)).toEqual({ escalated: 0, reminded: 0 });
    } finally {
      await worker.kill();
    }
    // Of a process that is gone the database hears when it next looks at its connection.
    await released(it);
    expect(await story.state(it)).toEqual(before);
    expect(await story.escalations([it])).toEqual([0]);
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 1, reminded: 0 });
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.escalations([it])).toEqual([1]);
  });

  test('what somebody holds is passed over, and has its turn later', async () => {
    story = await ClockStory.tell(app, 'Held');
    const [held, other] = await due(2);
    if (!held || !other) throw new Error('Two are due.');
    await app.database.transaction({ organizationId: story.impediments.house.id }, async (tx) => {
      await tx.run('select 1 from impediments where organization_id = $1 and id = $2 for no key update', [
        story.impediments.house.id,
        held.id.replace('Impediment_', ''),
      ]);
      expect(await story.wake(TUESDAY)).toEqual({ escalated: 1, reminded: 0 });
    });
    expect(await story.escalations([held, other])).toEqual([0, 1]);
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 1, reminded: 0 });
  });

  test('somebody who was quicker by a moment has moved it: then there is nothing to do', async () => {
    story = await ClockStory.tell(app, 'Quicker');
    const all = await due(12);
    clock.mockReturnValue(new Date(TUESDAY));
    const people = all.map(({ id }) =>
      story.impediments.mutate(
        story.impediments.master,
        'setImpedimentLevel',
        `id: "${id}", version: 1, level: 2, reason: "By hand"`,
      ),
    );
    await Promise.all([...people, story.wake(TUESDAY), story.wake(TUESDAY)]);
    expect(await story.escalations(all)).toEqual(all.map(() => 1));
    expect(
      await story.impediments.house.query(
        'select distinct level, version from impediments where organization_id = $1',
        [story.impediments.house.id],
      ),
    ).toEqual([{ level: 2, version: 2 }]);
  });

  /** Resolves when nobody holds it any more. */
  async function released(it: TestImpediment): Promise<void> {
    await app.database.transaction({ organizationId: story.impediments.house.id }, (tx) =>
      tx.run('select 1 from impediments where organization_id = $1 and id = $2 for no key update', [
        story.impediments.house.id,
        it.id.replace('Impediment_', ''),
      ]),
    );
  }
});
