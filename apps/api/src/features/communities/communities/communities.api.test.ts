import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CommunityStory } from '../../../../test/community-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: CommunityStory;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  story = await CommunityStory.tell(app, 'Harbour');
  id = story.communityId;
});
afterAll(() => app?.stop());

describe('belonging', () => {
  test('the founder facilitates; anybody joins, again without effect, and leaves', async () => {
    const { ana, cleo } = story;
    const community = `memberCount viewerIsMember version facilitators { name } members { totalCount edges { node { person { name } facilitator } } }`;
    expect(await story.done(cleo, `joinCommunity(id: "${id}") { ${community} viewerCan }`)).toEqual({
      memberCount: 3,
      viewerIsMember: true,
      // Who belongs to it is none of its own fields.
      version: 1,
      facilitators: [{ name: 'Ana' }],
      members: {
        totalCount: 3,
        edges: [
          { node: { person: { name: 'Ana' }, facilitator: true } },
          { node: { person: { name: 'Ben' }, facilitator: false } },
          { node: { person: { name: 'Cleo' }, facilitator: false } },
        ],
      },
      viewerCan: ['community:view', 'community:leave', 'discussion:start', 'idea:add', 'artifact:create'],
    });
    expect(await story.done(cleo, `joinCommunity(id: "${id}") { memberCount }`)).toEqual({ memberCount: 3 });
    expect(await story.done(cleo, `leaveCommunity(id: "${id}") { memberCount }`)).toEqual({ memberCount: 2 });
    expect(await story.seen(ana, `person(id: "Person_${ana.id}") { communities { id } }`)).toEqual({
      person: { communities: [{ id }] },
    });
  });

  test('the last facilitator stays until there is another one, who is a member', async () => {
    const { ana, ben, cleo } = story;
    const facilitates = (personId: string, facilitator: boolean): string =>
      `setCommunityFacilitator(id: "${id}", personId: "Person_${personId}", facilitator: ${facilitator}) { facilitators { name } }`;
    expect(await story.refused(ana, `leaveCommunity(id: "${id}") { id }`)).toBe('LAST_FACILITATOR');
    expect(await story.refused(ana, facilitates(ana.id, false))).toBe('LAST_FACILITATOR');
    expect(await story.refused(ben, facilitates(ben.id, true))).toBe('FORBIDDEN');
    expect(await story.refused(ana, facilitates(cleo.id, true))).toBe('NOT_A_MEMBER');
    expect(await story.done(ana, facilitates(ben.id, true))).toEqual({
      facilitators: [{ name: 'Ana' }, { name: 'Ben' }],
    });
    expect(await story.done(ben, facilitates(ben.id, false))).toEqual({ facilitators: [{ name: 'Ana' }] });
  });
});

describe('its words', () => {
  test('are its facilitators’; one name once; a stale version is told what is there', async () => {
    const { ana, ben } = story;
    const edit = (version: number, name: string): string =>
      `editCommunity(id: "${id}", version: ${version}, changes: { name: "${name}", topics: ["Testing", "testing", "Data"] }) { name topics version }`;
    expect(await story.refused(ben, edit(1, 'Mine'))).toBe('FORBIDDEN');
    expect(await story.done(ana, edit(1, 'Testers'))).toEqual({
      name: 'Testers',
      topics: ['Testing', 'Data'],
      version: 2,
    });
    expect(await story.refused(ana, edit(1, 'Others'))).toBe('CONFLICT');
    expect(await story.refused(ben, 'foundCommunity(name: "TESTERS", purpose: "Again") { id }')).toBe('INVALID_INPUT');
    expect(await story.refused(ben, 'foundCommunity(name: "", purpose: "") { id }')).toBe('INVALID_INPUT');
  });

  test('are found in the directory by what is looked for; closed ones only when they are asked for', async () => {
    const { ben, cleo } = story;
    const { id: other, version } = await story.done<{ id: string; version: number }>(
      ben,
      'foundCommunity(name: "Data", purpose: "Pipelines", topics: ["ETL"]) { id version }',
    );
    const names = async (args: string): Promise<string[]> => {
      const seen = await story.seen<{ communities: { edges: { node: { name: string } }[] } }>(
        cleo,
        `communities${args} { totalCount edges { node { name } } }`,
      );
      return seen.communities.edges.map(({ node }) => node.name);
    };
    expect(await names('')).toEqual(['Data', 'Testers']);
    expect(await names('(text: "etl")')).toEqual(['Data']);
    expect(await names('(mine: true)')).toEqual([]);
    expect(
      await story.done(ben, `closeCommunity(id: "${other}", version: ${version}, reason: "Done") { viewerCan }`),
    ).toEqual({
      viewerCan: ['community:view', 'community:reopen', 'community:leave'],
    });
    expect(await names('')).toEqual(['Testers']);
    expect(await names('(closed: true)')).toEqual(['Data']);
    expect(await story.refused(cleo, `joinCommunity(id: "${other}") { id }`)).toBe('COMMUNITY_CLOSED');
    expect(await story.done(ben, `reopenCommunity(id: "${other}", version: 2) { closedAt version }`)).toEqual({
      closedAt: null,
      version: 3,
    });
  });
});

test('meets: its facilitator plans, its members are invited, each has it in their calendar', async () => {
  const { ana, ben, cleo } = story;
  const starts = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const plan = `createCadence(input: { kind: COP_MEETING, name: "Testers meet", scopeKind: ORGANIZATION, scopeId: "Organization_${story.house.id}",
    communityId: "${id}", rule: "FREQ=WEEKLY;INTERVAL=2", startsAt: "${starts}T09:30", timeZone: "UTC", minutes: 45,
    facilitation: NONE, audience: { roles: [], personIds: [] } }) { id community { id } }`;
  expect(await story.refused(ben, plan)).toBe('FORBIDDEN');
  const cadence = await story.done<{ id: string; community: { id: string } }>(ana, plan);
  expect(cadence.community).toEqual({ id });
  const seen = await story.seen<{ community: object }>(
    ben,
    `community(id: "${id}") { cadences { id } nextMeeting { localStart } }
     cadences(filter: { communityId: "${id}", mine: true }) { totalCount }`,
  );
  expect(seen).toEqual({
    community: { cadences: [{ id: cadence.id }], nextMeeting: { localStart: `${starts}T09:30` } },
    cadences: { totalCount: 1 },
  });
  expect(await story.seen(cleo, `cadences(filter: { communityId: "${id}", mine: true }) { totalCount }`)).toEqual({
    cadences: { totalCount: 0 },
  });
  const feed = `createCalendarFeed(scope: COMMUNITY, scopeId: "${id}") { feed { scope label } }`;
  expect(await story.done(cleo, feed)).toEqual({
    feed: { scope: 'COMMUNITY', label: 'Meetings of the community Testers' },
  });
});

test('another house sees and changes nothing of it', async () => {
  const abroad = await CommunityStory.tell(app, 'Abroad');
  const reply = await app.graphql(abroad.ana.cookie, `{ community(id: "${id}") { name } }`);
  expect(reply.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  for (const mutation of [
    `joinCommunity(id: "${id}") { id }`,
    `closeCommunity(id: "${id}", version: 1, reason: "Mine") { id }`,
    `startDiscussion(communityId: "${id}", title: "T", body: "B") { id }`,
    `addIdea(communityId: "${id}", title: "T", words: "W") { id }`,
  ])
    expect(await abroad.refused(abroad.ana, mutation)).toBe('NOT_FOUND');
});
