import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { ImpedimentStory, type TestImpediment } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

interface Case {
  field: string;
  /** The state in which it is tried, and one in which it is refused. */
  from: ImpedimentState;
  notFrom?: ImpedimentState;
  more: () => string;
  versioned?: true;
  may: () => TestPerson;
  mayNot: () => TestPerson;
  event: string;
  to?: ImpedimentState;
  before?: (it: TestImpediment) => Promise<unknown>;
}

const dev = (): TestPerson => story.dev;
const master = (): TestPerson => story.master;
const neighbour = (): TestPerson => story.neighbour;
const stakeholder = (): TestPerson => story.stakeholder;
const guest = (): TestPerson => story.guest;
const otherTeam = (): string => `, teamId: "Team_${story.otherTeam.id}"`;

const CASES: Case[] = [
  {
    field: 'editImpediment',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: () => ', input: { title: "Better said" }',
    versioned: true,
    may: dev,
    mayNot: neighbour,
    event: 'edited',
  },
  {
    field: 'triageImpediment',
    from: 'RAISED',
    notFrom: 'RESOLVED',
    more: () => `, input: { ownerId: "Person_${story.master.id}", severity: LOW, level: 1, nextStep: "Ask" }`,
    versioned: true,
    may: master,
    mayNot: dev,
    event: 'triaged',
    to: 'TRIAGED',
  },
  {
    field: 'startImpediment',
    from: 'TRIAGED',
    notFrom: 'RAISED',
    more: () => '',
    versioned: true,
    may: master,
    mayNot: neighbour,
    event: 'started',
    to: 'IN_PROGRESS',
  },
  {
    field: 'resolveImpediment',
    from: 'IN_PROGRESS',
    notFrom: 'TRIAGED',
    more: () => ', resolution: "Gone"',
    versioned: true,
    may: master,
    mayNot: neighbour,
    event: 'resolved',
    to: 'RESOLVED',
  },
  {
    field: 'closeImpediment',
    from: 'RESOLVED',
    notFrom: 'RAISED',
    more: () => '',
    versioned: true,
    may: dev,
    mayNot: neighbour,
    event: 'closed',
    to: 'CLOSED',
  },
  {
    field: 'declineImpediment',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: () => ', reason: "No"',
    versioned: true,
    may: master,
    mayNot: dev,
    event: 'declined',
    to: 'DECLINED',
  },
  {
    field: 'markImpedimentDuplicate',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: () => ', duplicateOfKey: "IMP-1"',
    versioned: true,
    may: master,
    mayNot: dev,
    event: 'marked-duplicate',
    to: 'DUPLICATE',
  },
  {
    field: 'reopenImpediment',
    from: 'CLOSED',
    notFrom: 'RAISED',
    more: () => ', reason: "It came back"',
    versioned: true,
    may: dev,
    mayNot: neighbour,
    event: 'reopened',
    to: 'TRIAGED',
  },
  {
    field: 'setImpedimentLevel',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: () => ', level: 2, reason: "Nobody else can"',
    versioned: true,
    may: master,
    mayNot: dev,
    event: 'level-set',
  },
  {
    field: 'addAffectedTeam',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: otherTeam,
    may: neighbour,
    mayNot: dev,
    event: 'team-added',
  },
  {
    field: 'removeAffectedTeam',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: otherTeam,
    may: neighbour,
    mayNot: dev,
    event: 'team-removed',
    before: (it) => story.done(story.neighbour, 'addAffectedTeam', `id: "${it.id}"${otherTeam()}`),
  },
  {
    field: 'commentOnImpediment',
    from: 'RAISED',
    more: () => ', body: "Same here"',
    may: stakeholder,
    mayNot: guest,
    event: 'commented',
  },
  {
    field: 'watchImpediment',
    from: 'RAISED',
    more: () => ', watch: true',
    may: stakeholder,
    mayNot: guest,
    event: 'watched',
  },
  {
    field: 'voteForImpediment',
    from: 'RAISED',
    notFrom: 'CLOSED',
    more: () => ', vote: true',
    may: stakeholder,
    mayNot: guest,
    event: 'voted',
  },
];

describe.each(CASES)('$field', (it) => {
  const given = (on: { id: string; version: number }, more = it.more()): string =>
    `id: "${on.id}"${it.versioned ? `, version: ${on.version}` : ''}${more}`;

  async function prepared(): Promise<TestImpediment> {
    await ensureFirst();
    const impediment = await story.inState(it.from);
    await it.before?.(impediment);
    return impediment;
  }

  test('is granted, changes it, and is on the record', async () => {
    const impediment = await prepared();
    const after = await story.done(it.may(), it.field, given(impediment));
    expect(after.state).toBe(it.to ?? it.from);
    expect(after.version).toBe(impediment.version + (it.versioned ? 1 : 0));
    expect((await story.events(impediment.id)).at(-1)).toBe(`impediment.${it.event}`);
  });

  test('is denied with who could', async () => {
    const impediment = await prepared();
    const before = await story.events(impediment.id);
    const reply = await story.mutate(it.mayNot(), it.field, given(impediment));
    expect(reply.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(reply.errors?.[0]?.extensions.details?.['reason']).toEqual(expect.any(String));
    const unknown = await app.graphql(null, `mutation { ${it.field}(${given(impediment)}) { id } }`);
    expect(unknown.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await story.events(impediment.id)).toEqual(before);
  });

  const { notFrom } = it;
  if (notFrom)
    test('is refused where it makes no sense', async () => {
      await ensureFirst();
      const impediment = await story.inState(notFrom);
      const reply = await story.mutate(story.master, it.field, given(impediment));
      expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'ILLEGAL_TRANSITION', details: { state: notFrom } });
    });

  if (it.versioned)
    test('a stale version is told what is there now', async () => {
      const impediment = await prepared();
      const reply = await story.mutate(it.may(), it.field, given({ ...impediment, version: impediment.version - 1 }));
      expect(reply.errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        details: {
          currentVersion: impediment.version,
          current: { id: impediment.id, title: impediment.title, description: '' },
        },
      });
      expect(reply.text).not.toContain('email');
    });

  test('a double click has one effect and one answer', async () => {
    const impediment = await prepared();
    const before = (await story.events(impediment.id)).length;
    const once = `${given(impediment)}, idempotencyKey: "${randomUUID()}"`;
    const [first, second] = await Promise.all([
      story.mutate(it.may(), it.field, once),
      story.mutate(it.may(), it.field, once),
    ]);
    expect(first.errors).toBeUndefined();
    expect(second.text).toBe(first.text);
    expect((await story.events(impediment.id)).length).toBe(before + 1);
  });

  test('an id of another organization is like one that nobody has', async () => {
    await ensureFirst();
    const foreign = await abroad.raise('Canary');
    const [theirs, nobodys] = await Promise.all(
      [foreign.id, `Impediment_${randomUUID()}`].map((id) =>
        story.mutate(story.master, it.field, given({ id, version: 1 })),
      ),
    );
    expect(theirs?.text).toBe(nobodys?.text);
    expect(theirs?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await abroad.events(foreign.id)).toEqual(['impediment.raised']);
  });
});

/** IMP-1, which others may duplicate. */
let first: Promise<TestImpediment> | undefined;
async function ensureFirst(): Promise<void> {
  first ??= story.raise('The first one');
  await first;
}

test('people of an affected team may take it, and give it to nobody else', async () => {
  const it = await story.inState('TRIAGED');
  const give = (to: TestPerson) =>
    story.mutate(story.dev, 'assignImpediment', `id: "${it.id}", version: ${it.version}, ownerId: "Person_${to.id}"`);
  expect((await give(story.neighbour)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await give(story.dev)).errors).toBeUndefined();
});
