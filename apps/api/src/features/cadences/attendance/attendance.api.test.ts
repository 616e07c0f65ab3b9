import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeetingStory, type ToldMeeting } from '../../../../test/meeting-story.js';
import { type GraphqlReply, TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { FacilitationReminders } from './facilitation-reminders.js';

interface ToldMeetingDate {
  version: number;
  viewerCan: string[];
  invited: { person: { name: string }; away: boolean; answer: string | null; attended: boolean | null }[];
  outcomes: {
    id: string;
    kind: string;
    text: string;
    by: { name: string };
    decision: { key: string } | null;
    impediment: { key: string } | null;
    action: { title: string; owner: { name: string } } | null;
  }[];
  turn: { on: string; people: { person: { name: string } }[] } | null;
}

const DATE = `version viewerCan invited { person { name } away answer attended } turn { on people { person { name } } }
  outcomes { id kind text by { name } decision { key } impediment { key } action { title owner { name } } }`;

let app: TestApp;
let story: MeetingStory;
let abroad: MeetingStory;
let meeting: ToldMeeting;
beforeAll(async () => {
  app = await TestApp.start();
  story = await MeetingStory.tell(app, 'Harbour');
  abroad = await MeetingStory.tell(app, 'Canary house');
  meeting = await story.plan();
});
afterAll(() => app?.stop());

const person = ({ id }: TestPerson): string => `Person_${id}`;
const codeOf = (reply: GraphqlReply<unknown>): string | undefined => reply.errors?.[0]?.extensions.code;

async function dateOf(index: number, by: TestPerson = story.ana): Promise<ToldMeetingDate> {
  const { occurrence } = await story.done<{ occurrence: ToldMeetingDate }>(
    by,
    `query ($id: ID!) { occurrence(id: $id) { ${DATE} } }`,
    { id: meeting.next[index]?.id },
  );
  return occurrence;
}

function act(
  by: TestPerson,
  field: string,
  index: number,
  given: string,
): Promise<GraphqlReply<Record<string, ToldMeetingDate>>> {
  const name = field === 'addOutcome' ? 'occurrenceId' : 'id';
  return story.act(by, `mutation ($id: ID!) { ${field}(${name}: $id, ${given}) { ${DATE} } }`, {
    id: meeting.next[index]?.id,
  });
}

async function done(by: TestPerson, field: string, index: number, given: string): Promise<ToldMeetingDate> {
  const reply = await act(by, field, index, given);
  const result = reply.data?.[field];
  if (!result || reply.errors) throw new Error(reply.text);
  return result;
}

describe('who comes', () => {
  it('is asked of who is invited, as of that day', async () => {
    const date = await dateOf(0);
    expect(date.invited.map(({ person: { name } }) => name).sort()).toEqual(['Ana', 'Ben', 'Cem', 'Sam']);
    expect(date.turn).toMatchObject({ on: story.day(1), people: [{ person: { name: 'Ana' } }] });
    const absence = await story.away(story.ben, 1, 2);
    expect((await dateOf(0)).invited.filter(({ away }) => away).map((one) => one.person.name)).toEqual(['Ben']);
    expect((await dateOf(1)).invited.filter(({ away }) => away)).toEqual([]);
    await story.house.query('delete from absences where organization_id = $1 and id = $2', [story.house.id, absence]);
  });

  it('is answered and taken back, and leaves the date’s version alone', async () => {
    const answered = await done(story.ben, 'answerOccurrence', 0, 'answer: NOT_COMING');
    expect(answered.version).toBe(0);
    expect(answered.invited.find((one) => one.person.name === 'Ben')?.answer).toBe('NOT_COMING');
    const back = await done(story.ben, 'answerOccurrence', 0, 'answer: null');
    expect(back.invited.every(({ answer }) => answer === null)).toBe(true);
    expect(codeOf(await act(story.neighbour, 'answerOccurrence', 0, 'answer: COMING'))).toBe('FORBIDDEN');
  });

  it('is recorded by who facilitates; a guest who came is among them', async () => {
    const given = `attendedIds: ["${person(story.ana)}", "${person(story.neighbour)}"], missedIds: ["${person(story.ben)}"]`;
    expect(codeOf(await act(story.ben, 'recordAttendance', 0, given))).toBe('FORBIDDEN');
    const { invited } = await done(story.ana, 'recordAttendance', 0, given);
    expect(Object.fromEntries(invited.map((one) => [one.person.name, one.attended]))).toEqual({
      Ana: true,
      Ben: false,
      Cem: null,
      Sam: null,
      Nils: true,
    });
    const both = `attendedIds: ["${person(story.ana)}"], missedIds: ["${person(story.ana)}"]`;
    expect(codeOf(await act(story.ana, 'recordAttendance', 0, both))).toBe('INVALID_INPUT');
    const foreign = `attendedIds: ["${person(story.ana)}", "${person(abroad.ana)}"], missedIds: []`;
    expect(codeOf(await act(story.ana, 'recordAttendance', 0, foreign))).toBe('NOT_FOUND');
  });
});

describe('what comes of it', () => {
  it('is a note, an action, a decision or an impediment', async () => {
    const { raiseImpediment } = await story.done<{ raiseImpediment: { key: string } }>(
      story.ana,
      `mutation ($teamId: ID!) { raiseImpediment(input: { title: "Crane is down", raisingTeamId: $teamId, category: TOOLING }) { key } }`,
      { teamId: `Team_${story.team.id}` },
    );
    const { proposeDecision } = await story.done<{ proposeDecision: { key: string } }>(
      story.ana,
      `mutation ($id: ID!) { proposeDecision(input: { title: "One queue", kind: PROCESS, scopeKind: TEAM, scopeId: $id }) { key } }`,
      { id: `Team_${story.team.id}` },
    );
    await done(story.ben, 'addOutcome', 1, 'kind: NOTE, text: "We try it"');
    await done(
      story.ben,
      'addOutcome',
      1,
      `kind: ACTION, text: "Call them", ownerId: "${person(story.cem)}", dueOn: "${story.day(4)}"`,
    );
    await done(story.ben, 'addOutcome', 1, `kind: IMPEDIMENT, impedimentKey: "${raiseImpediment.key}"`);
    const { outcomes, version } = await done(
      story.ben,
      'addOutcome',
      1,
      `kind: DECISION, decisionKey: "${proposeDecision.key}"`,
    );
    expect(outcomes).toMatchObject([
      { kind: 'NOTE', text: 'We try it', by: { name: 'Ben' } },
      { kind: 'ACTION', action: { title: 'Call them', owner: { name: 'Cem' } } },
      { kind: 'IMPEDIMENT', impediment: { key: raiseImpediment.key } },
      { kind: 'DECISION', decision: { key: proposeDecision.key } },
    ]);
    expect(version).toBe(0);
    const twice = await act(story.ben, 'addOutcome', 1, `kind: IMPEDIMENT, impedimentKey: "${raiseImpediment.key}"`);
    expect(codeOf(twice)).toBe('OUTCOME_ADDED_ALREADY');
    expect(codeOf(await act(story.ben, 'addOutcome', 1, 'kind: DECISION, decisionKey: "D-999"'))).toBe('NOT_FOUND');
    expect(codeOf(await act(story.neighbour, 'addOutcome', 1, 'kind: NOTE, text: "No"'))).toBe('FORBIDDEN');
    expect(await story.wrong()).toEqual([]);
  });

  it.each([
    ['kind: NOTE', 'text'],
    ['kind: DECISION', 'decisionKey'],
    ['kind: IMPEDIMENT', 'impedimentKey'],
    ['kind: ACTION, text: "x"', 'ownerId'],
  ])('is refused as %s, by the field %s', async (given, field) => {
    const reply = await act(story.ben, 'addOutcome', 1, given);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' });
    expect(reply.text).toContain(`"field":"${field}"`);
  });

  it('is taken away by who added it, or who leads', async () => {
    const { outcomes } = await done(story.cem, 'addOutcome', 2, 'kind: NOTE, text: "Mine"');
    const remove = (by: TestPerson): Promise<GraphqlReply<unknown>> =>
      story.act(by, 'mutation ($id: ID!) { removeOutcome(id: $id) { outcomes { id } } }', { id: outcomes[0]?.id });
    expect(codeOf(await remove(story.ben))).toBe('FORBIDDEN');
    expect(
      codeOf(
        await abroad.act(abroad.master, 'mutation ($id: ID!) { removeOutcome(id: $id) { id } }', {
          id: outcomes[0]?.id,
        }),
      ),
    ).toBe('NOT_FOUND');
    expect(await remove(story.cem)).toMatchObject({ data: { removeOutcome: { outcomes: [] } } });
    expect(await remove(story.cem)).toMatchObject({ data: { removeOutcome: { outcomes: [] } } });
  });
});

describe('who is told', () => {
  it('of a date that is cancelled or moved: who is invited, once, but not who did it', async () => {
    const other = await MeetingStory.tell(app, 'Ferry');
    const { next } = await other.plan();
    const [first, second] = next;
    await other.done(
      other.master,
      'mutation ($id: ID!) { cancelOccurrence(id: $id, version: 0, reason: "Holiday") { id } }',
      { id: first?.id },
    );
    await other.done(
      other.master,
      'mutation ($id: ID!, $to: LocalDateTime!) { moveOccurrence(id: $id, version: 0, to: $to) { id } }',
      { id: second?.id, to: `${other.day(2)}T15:00` },
    );
    const told = ['MEETING_CHANGED occurrence.cancelled', 'MEETING_CHANGED occurrence.moved'];
    expect(await other.told(other.ana)).toEqual(told);
    expect(await other.told(other.master)).toEqual([]);
    expect(await other.told(other.neighbour)).toEqual([]);
    const { inbox } = await other.done<{ inbox: { edges: { node: { occurrence: { id: string } | null } }[] } }>(
      other.ana,
      '{ inbox { edges { node { occurrence { id } action { id } } } } }',
    );
    expect(inbox.edges.map(({ node }) => node.occurrence?.id)).toEqual([second?.id, first?.id]);
  });

  it('of a turn to facilitate: whose it is, a day before, once', async () => {
    const other = await MeetingStory.tell(app, 'Bridge');
    await other.house.query(
      `update organizations set working_days = '{1,2,3,4,5,6,7}', working_day_starts = 0, working_day_ends = 24 where organization_id = $1`,
      [other.house.id],
    );
    const { next } = await other.plan({ startsAt: `${other.day(2)}T12:00` });
    const reminders = app.app.get(FacilitationReminders);
    const start = Date.parse(`${other.day(2)}T12:00:00Z`);
    const at = (hours: number): Date => new Date(start - hours * 3_600_000);
    expect(await reminders.near(other.house.id, at(25))).toBe(0);
    expect(await reminders.near(other.house.id, at(24))).toBe(1);
    expect(await reminders.near(other.house.id, at(23))).toBe(0);
    expect(await other.told(other.ana)).toEqual(['FACILITATES occurrence.facilitation-near']);
    expect(await other.told(other.ben)).toEqual([]);
    // Whoever takes it over is told, too.
    await other.done(
      other.master,
      'mutation ($id: ID!, $personId: ID) { setOccurrenceFacilitator(id: $id, version: 0, personId: $personId) { id } }',
      {
        id: next[0]?.id,
        personId: person(other.ben),
      },
    );
    expect(await reminders.near(other.house.id, at(22))).toBe(1);
    expect(await other.told(other.ben)).toEqual(['FACILITATES occurrence.facilitation-near']);
    expect(await other.wrong()).toEqual([]);
  });
});
