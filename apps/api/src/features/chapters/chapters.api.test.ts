import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishedArtifact } from '../../../test/published-artifact.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../../../test/world.js';

let app: TestApp;
let house: TestOrganization;
let payments: TestTeam;
let ledger: TestTeam;
let far: TestTeam;
let lena: TestPerson;
let mira: TestPerson;
let omar: TestPerson;
let fara: TestPerson;
let dora: TestPerson;
let coach: TestPerson;
let chapterId: string;

beforeAll(async () => {
  app = await TestApp.start();
  house = await app.world.organization('Harbour');
  payments = await house.team('Payments');
  ledger = await house.team('Ledger');
  far = await house.team('Far', await house.areaNamed('Other area'));
  lena = await house.scrumOfScrumsMaster('Lena', payments.areaId);
  mira = await payments.scrumMaster('Mira');
  omar = await ledger.scrumMaster('Omar');
  fara = await far.scrumMaster('Fara');
  dora = await payments.developer('Dora');
  coach = await house.agileCoach('Cora');
  const reply = await create(lena, `scopeKind: AREA, scopeId: "Area_${payments.areaId}"`);
  chapterId = reply.data?.createChapter.id ?? '';
});
afterAll(() => app?.stop());

interface Chapter {
  id: string;
  name: string;
  version: number;
}

const create = (person: TestPerson, where: string) =>
  app.graphql<{ createChapter: Chapter }>(
    person.cookie,
    `mutation { createChapter(name: "Masters", purpose: "We *help* one another", ${where}) { id name version } }`,
  );

async function seen<T>(person: TestPerson, selection: string): Promise<T> {
  const reply = await app.graphql<{ chapter: T }>(person.cookie, `{ chapter(id: "${chapterId}") { ${selection} } }`);
  if (!reply.data) throw new Error(reply.text);
  return reply.data.chapter;
}

const codeOf = (reply: { errors?: { extensions: { code: string } }[] }): string | undefined =>
  reply.errors?.[0]?.extensions.code;

describe('founding', () => {
  test('is for who leads there; one for each area', async () => {
    const here = `scopeKind: AREA, scopeId: "Area_${payments.areaId}"`;
    expect(codeOf(await create(mira, here))).toBe('FORBIDDEN');
    expect(codeOf(await create(coach, here))).toBe('INVALID_INPUT');
    expect(codeOf(await create(lena, `scopeKind: AREA, scopeId: "Area_${far.areaId}"`))).toBe('FORBIDDEN');
    expect(codeOf(await create(coach, `scopeKind: TEAM, scopeId: "Team_${payments.id}"`))).toBe('INVALID_INPUT');
    const random = 'Area_00000000-0000-7000-8000-000000000000';
    expect(codeOf(await create(coach, `scopeKind: AREA, scopeId: "${random}"`))).toBe('NOT_FOUND');
    const all = await create(coach, `scopeKind: ORGANIZATION, scopeId: "Organization_${house.id}"`);
    expect(all.errors).toBeUndefined();
    const listed = await app.graphql<{ chapters: { scope: { kind: string; name: string } }[] }>(
      dora.cookie,
      '{ chapters { scope { kind name } } }',
    );
    expect(listed.data?.chapters.map(({ scope }) => [scope.kind, scope.name]).toSorted()).toEqual([
      ['AREA', 'First area'],
      ['ORGANIZATION', 'Harbour'],
    ]);
  });

  test('editing is for who leads; on what was seen', async () => {
    const edit = (person: TestPerson, version: number) =>
      app.graphql<{ editChapter: Chapter }>(
        person.cookie,
        `mutation { editChapter(id: "${chapterId}", version: ${version}, name: "Scrum Masters") { id name version } }`,
      );
    expect(codeOf(await edit(mira, 1))).toBe('FORBIDDEN');
    expect(codeOf(await edit(lena, 4))).toBe('CONFLICT');
    expect((await edit(lena, 1)).data?.editChapter).toMatchObject({ name: 'Scrum Masters', version: 2 });
  });
});

describe('members', () => {
  test('follow from the roles of today, with who is away and who stands in', async () => {
    await house.assign(omar, 'SCRUM_MASTER', { team_id: payments.id }, { kind: 'BACKUP' });
    await house.insert('absences', {
      person_id: mira.id,
      starts_on: '2020-01-01',
      ends_before: '2090-01-01',
    });
    const { members, leader, viewerCan } = await seen<{
      members: {
        person: { name: string };
        role: string;
        kind: string;
        teams: { name: string }[];
        away: boolean;
        standIn: { name: string } | null;
      }[];
      leader: { name: string } | null;
      viewerCan: string[];
    }>(mira, 'members { person { name } role kind teams { name } away standIn { name } } leader { name } viewerCan');
    expect(leader?.name).toBe('Lena');
    expect(
      members.map((member) => [
        member.person.name,
        member.role,
        member.kind,
        member.teams.map(({ name }) => name),
        member.away,
        member.standIn?.name,
      ]),
    ).toEqual([
      ['Lena', 'SCRUM_OF_SCRUMS_MASTER', 'PRIMARY', [], false, undefined],
      ['Mira', 'SCRUM_MASTER', 'PRIMARY', ['Payments'], true, 'Omar'],
      ['Omar', 'SCRUM_MASTER', 'PRIMARY', ['Ledger'], false, undefined],
      ['Omar', 'SCRUM_MASTER', 'BACKUP', ['Payments'], false, undefined],
    ]);
    expect(viewerCan).toEqual(['chapter:view', 'practice:share', 'triage:start']);
    expect((await seen<{ viewerCan: string[] }>(fara, 'viewerCan')).viewerCan).toEqual(['chapter:view']);
  });

  test('a team knows the chapters that its Scrum Master is of', async () => {
    const reply = await app.graphql<{ team: { chapters: { id: string; name: string }[] } }>(
      dora.cookie,
      `{ team(id: "Team_${far.id}") { chapters { id name } } }`,
    );
    // The organization's own, not that of the other area.
    expect(reply.data?.team.chapters.map(({ name }) => name)).toEqual(['Masters']);
  });
});

describe('numbers over time', () => {
  test('count by week and by month what teams of the area raised', async () => {
    const [row] = await house.query<{ monday: string }>(
      `select to_char(date_trunc('week', now() at time zone 'UTC'), 'YYYY-MM-DD') as monday`,
    );
    for (const team of [payments, ledger, far])
      for (const title of ['One', 'Two'])
        await app.graphql(
          team === far ? fara.cookie : mira.cookie,
          `mutation { raiseImpediment(input: { title: "${title}", category: TOOLING, raisingTeamId: "Team_${team.id}" }) { id } }`,
        );
    const { numbers, months } = await seen<{
      numbers: {
        from: string;
        raised: number;
        resolved: number;
        hoursToTriage: number | null;
        overdueShare: number | null;
        hoursToResolve: { level: number; name: string; hours: number | null; count: number }[];
      }[];
      months: { raised: number }[];
    }>(
      mira,
      `numbers(by: WEEK, count: 3) { from raised resolved hoursToTriage overdueShare hoursToResolve { level name hours count } }
       months: numbers(by: MONTH) { raised }`,
    );
    expect(numbers.map(({ raised }) => raised)).toEqual([0, 0, 4]);
    expect(numbers.at(-1)).toMatchObject({ from: row?.monday, resolved: 0, hoursToTriage: null, overdueShare: 0 });
    expect(numbers[0]?.overdueShare).toBeNull();
    expect(numbers[0]?.hoursToResolve[1]).toEqual({ level: 2, name: 'Scrum of Scrums', hours: null, count: 0 });
    expect(months).toHaveLength(12);
    expect(months.at(-1)?.raised).toBe(4);
    const tooMany = await app.graphql(
      mira.cookie,
      `{ chapter(id: "${chapterId}") { numbers(by: WEEK, count: 27) { raised } } }`,
    );
    expect(codeOf(tooMany)).toBe('INVALID_INPUT');
  });
});

describe('practices', () => {
  interface Practice {
    id: string;
    title: string;
    url: string | null;
    thanks: number;
    viewerThanked: boolean;
    version: number;
    viewerCan: string[];
    team: { name: string } | null;
    by: { name: string };
  }
  const SEEN = 'id title url thanks viewerThanked version viewerCan team { name } by { name }';
  const act = (person: TestPerson, mutation: string) =>
    app.graphql<Record<string, Practice>>(person.cookie, `mutation { done: ${mutation} { ${SEEN} } }`);

  test('are shared by members, thanked for by everybody, and the sharer’s to change', async () => {
    const share = `sharePractice(chapterId: "${chapterId}", title: "Silent minute", words: "We write first", url: "https://example.org/silent", teamId: "Team_${ledger.id}")`;
    expect(codeOf(await act(dora, share))).toBe('FORBIDDEN');
    const shared = (await act(omar, share)).data?.['done'];
    expect(shared).toMatchObject({
      title: 'Silent minute',
      team: { name: 'Ledger' },
      by: { name: 'Omar' },
      version: 1,
    });
    expect(shared?.viewerCan).toEqual(['practice:edit', 'practice:remove', 'practice:thank']);
    const thank = (thanks: boolean): string => `thankForPractice(id: "${shared?.id}", thank: ${thanks})`;
    await act(dora, thank(true));
    expect((await act(dora, thank(true))).data?.['done']).toMatchObject({
      thanks: 1,
      viewerThanked: true,
      viewerCan: ['practice:thank'],
    });
    expect((await act(mira, thank(true))).data?.['done']?.thanks).toBe(2);
    expect((await act(dora, thank(false))).data?.['done']).toMatchObject({ thanks: 1, viewerThanked: false });
    const edit = (version: number): string =>
      `editPractice(id: "${shared?.id}", version: ${version}, title: "Two silent minutes", url: "")`;
    expect(codeOf(await act(mira, edit(1)))).toBe('FORBIDDEN');
    expect(codeOf(await act(omar, edit(3)))).toBe('CONFLICT');
    expect((await act(omar, edit(1))).data?.['done']).toMatchObject({
      title: 'Two silent minutes',
      url: null,
      version: 2,
      thanks: 1,
    });
    expect((await seen<{ practices: Practice[] }>(mira, `practices { ${SEEN} }`)).practices).toHaveLength(1);
    const remove = `mutation { removePractice(id: "${shared?.id}") { done: __typename } }`;
    expect(codeOf(await app.graphql(mira.cookie, remove))).toBe('FORBIDDEN');
    expect((await app.graphql(lena.cookie, remove)).errors).toBeUndefined();
    expect((await seen<{ practices: Practice[] }>(mira, 'practices { id }')).practices).toEqual([]);
    expect(codeOf(await act(omar, edit(2)))).toBe('NOT_FOUND');
  });

  test('lead to what a community published of them', async () => {
    const found = await app.graphql<{ foundCommunity: { id: string } }>(
      omar.cookie,
      'mutation { foundCommunity(name: "Writers", purpose: "We write") { id } }',
    );
    const communityId = found.data?.foundCommunity.id.replace('Community_', '') ?? '';
    const { number } = await publishedArtifact(house, { kind: 'PLAYBOOK', communityId, by: omar.id, versions: 1 });
    const share = (key: string): string =>
      `mutation { done: sharePractice(chapterId: "${chapterId}", title: "Pairs", words: "We pair", artifactKey: "${key}") { id version artifact { key } } }`;
    expect(codeOf(await app.graphql(omar.cookie, share('A-999')))).toBe('INVALID_INPUT');
    const shared = await app.graphql<{ done: { id: string; version: number; artifact: object } }>(
      omar.cookie,
      share(`A-${number}`),
    );
    expect(shared.data?.done.artifact).toEqual({ key: `A-${number}` });
    const cleared = await app.graphql<{ done: object }>(
      omar.cookie,
      `mutation { done: editPractice(id: "${shared.data?.done.id}", version: 1, artifactKey: "") { artifact { key } words } }`,
    );
    expect(cleared.data?.done).toEqual({ artifact: null, words: 'We pair' });
    await app.graphql(omar.cookie, `mutation { removePractice(id: "${shared.data?.done.id}") { done: __typename } }`);
  });

  test('an address that is none is refused with its remedy', async () => {
    const reply = await act(
      omar,
      `sharePractice(chapterId: "${chapterId}", title: "", words: "So", url: "javascript:alert(1)")`,
    );
    expect(reply.errors?.[0]?.extensions.details).toMatchObject({ fields: [{ field: 'title' }, { field: 'url' }] });
  });
});

test('questions for facilitators are for everybody', async () => {
  const reply = await app.graphql<{ coachingQuestions: { situation: string; questions: string[] }[] }>(
    dora.cookie,
    '{ coachingQuestions { situation title questions } }',
  );
  expect(reply.data?.coachingQuestions).toHaveLength(11);
});
