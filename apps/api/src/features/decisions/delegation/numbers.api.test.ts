import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { codeOf } from '../../../../test/delegation-answers.js';
import { DelegationStory } from '../../../../test/delegation-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { newId } from '../../../platform/database/new-id.js';

let app: TestApp;
let story: DelegationStory;
const LEVELS = ['TELL', 'SELL', 'CONSULT', 'AGREE', 'ADVISE', 'INQUIRE', 'DELEGATE'];
const NOW = '2026-03-30T07:00:00.000Z';

beforeAll(async () => {
  app = await TestApp.start();
  story = await DelegationStory.tell(app, 'Harbour');
  // The clocks of this zone change on 29 March; one holiday.
  await story.house.query(
    `update organizations set time_zone = 'Europe/Berlin', holidays = '{2026-03-19}' where organization_id = $1 returning 1`,
    [story.house.id],
  );
  await happen(400);
  story.at(NOW);
});
afterAll(() => app?.stop());

interface Numbers {
  decided: number;
  delegated: number;
  shareDelegated: number | null;
  vetoes: number;
  consents: number;
  overdueConsents: number;
  byLevel: { level: string; decided: number; medianHours: number | null; vetoed: number }[];
}

async function numbers(
  from: string,
  endsBefore: string,
  scopeId: string | null = null,
  { cookie } = story.dev,
): Promise<Numbers> {
  const reply = await app.graphql<{ delegationNumbers: Numbers }>(
    cookie,
    `query ($from: Date!, $endsBefore: Date!, $scopeId: ID) {
      delegationNumbers(from: $from, endsBefore: $endsBefore, scopeId: $scopeId) {
        decided delegated shareDelegated vetoes consents overdueConsents byLevel { level decided medianHours vetoed } } }`,
    { from, endsBefore, scopeId },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.delegationNumbers;
}

it.each([
  ['all of it', '2026-01-01', '2026-05-01', null],
  ['a month', '2026-03-01', '2026-04-01', null],
  ['the day after the clocks change', '2026-03-30', '2026-03-31', null],
  ['one team', '2026-01-01', '2026-05-01', 'team'],
  ['an area with its teams', '2026-01-01', '2026-05-01', 'area'],
  ['when only vetoes still came', '2026-04-05', '2026-05-01', null],
  ['before anything', '2025-01-01', '2025-02-01', null],
] as const)('%s: as SQL of its own counts them', async (_, from, endsBefore, where) => {
  const scopes = {
    team: [`Team_${story.team.id}`, [story.team.id]],
    area: [`Area_${story.areaId}`, [story.areaId, story.team.id, story.otherTeam.id]],
  } as const;
  const [scopeId, ids] = where === null ? [null, null] : scopes[where];
  const counted = await numbers(from, endsBefore, scopeId);
  const [independent] = await story.house.query<Numbers>(INDEPENDENT, [story.house.id, from, endsBefore, ids, NOW]);
  const { byLevel, ...others } = counted;
  const { byLevel: levels, ...rest } = independent ?? counted;
  expect(others).toEqual(rest);
  expect(
    byLevel.filter(({ decided, vetoed }) => decided + vetoed > 0).map(({ medianHours: _median, ...one }) => one),
  ).toEqual(levels.map(({ medianHours: _median, ...one }) => one));
  for (const { level, medianHours } of levels.filter(({ decided }) => decided > 0))
    expect(byLevel.find((one) => one.level === level)?.medianHours).toBeCloseTo(medianHours ?? -1, 6);
  expect(byLevel.map(({ level }) => level)).toEqual(LEVELS);
  if (from === '2026-04-05') expect([counted.decided === 0, counted.vetoes > 0]).toEqual([true, true]);
  if (from === '2026-01-01') expect(counted.decided).toBeGreaterThan(50);
  if (from === '2026-01-01') expect(counted.overdueConsents).toBeGreaterThan(3);
});

it('a consent that came late stays so when other words are asked about again', async () => {
  const other = await DelegationStory.tell(app, 'Lighthouse');
  const overdue = async (): Promise<number> =>
    (await numbers('2026-03-01', '2026-04-01', null, other.dev)).overdueConsents;
  const proposed = await other.propose(other.dev, await other.delegated('AGREE', { answerHours: 7 }));
  const owners = proposed.flow.asks[0];
  other.at('2026-03-10T17:00:00.001Z');
  await other.answer(other.owner, owners, 'CONSENTED');
  expect(await overdue()).toBe(1);
  other.at('2026-03-11T10:00:00.000Z');
  await other.changed(other.dev, 'editDecision', proposed, 'input: { outcome: "Every hour." }');
  expect(await overdue()).toBe(1);
  const [again] = (await other.decision(proposed.key, other.owner)).flow.asks;
  expect(again).toMatchObject({ answer: null, overdue: false });
  other.at('2026-03-11T10:05:00.000Z');
  await other.answer(other.owner, again, 'CONSENTED');
  expect(await overdue()).toBe(1);
});

it('refuses windows that are none, and scopes of nobody', async () => {
  const ask = (given: string) => app.graphql(story.dev.cookie, `{ delegationNumbers(${given}) { decided } }`);
  expect(codeOf(await ask('from: "2026-03-02", endsBefore: "2026-03-02"'))).toBe('INVALID_INPUT');
  expect(codeOf(await ask('from: "2016-03-02", endsBefore: "2026-03-03"'))).toBe('INVALID_INPUT');
  const abroad = await DelegationStory.tell(app, 'Abroad');
  for (const id of [`Team_${abroad.team.id}`, `Person_${story.dev.id}`, 'nothing'])
    expect(codeOf(await ask(`from: "2026-03-01", endsBefore: "2026-03-03", scopeId: "${id}"`))).toBe('NOT_FOUND');
});

/** A generator that is the same each time. */
let seed = 7;
function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
}

async function happen(count: number): Promise<void> {
  const places = [
    ['TEAM', 'team_id', story.team.id],
    ['TEAM', 'team_id', story.otherTeam.id],
    ['AREA', 'area_id', story.areaId],
    ['ORGANIZATION', 'team_id', null],
  ] as const;
  const minutes = (most: number): number => random(most) * 60_000;
  for (let number = 1; number <= count; number += 1) {
    const [kind, column, scopeId] = places[random(4)] ?? places[0];
    const level = LEVELS[random(7)] ?? 'TELL';
    const proposed = Date.parse('2026-01-05T00:00:00Z') + minutes(84 * 24 * 60);
    const decided = proposed + minutes(6 * 24 * 60);
    const state =
      ['PROPOSED', 'ACCEPTED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'VETOED', 'REVERTED'][random(7)] ?? 'ACCEPTED';
    const id = newId();
    const at = (moment: number): string => new Date(moment).toISOString();
    const isImported = random(20) === 0;
    await app.database.transaction({ organizationId: story.house.id }, async (tx) => {
      await tx.run(
        `insert into decisions (organization_id, id, number, kind, state, scope_kind, ${column}, title, words, delegation,
           proposed_by, proposed_at, import_identity, updated_at)
         values ($1, $2, $3, 'PROCESS', 'PROPOSED', $4, $5, 'Title', '{}', $6, $7, $8, $9, $8)`,
        [
          story.house.id,
          id,
          number,
          kind,
          scopeId,
          random(5) === 0
            ? null
            : JSON.stringify({ level, scope: { kind, id: scopeId }, vetoHours: 16, answerHours: 16 }),
          story.dev.id,
          at(proposed),
          isImported ? `file ${number}` : null,
        ],
      );
      if (random(2) === 0) await ask(tx.run.bind(tx), id, proposed, at);
      if (state === 'PROPOSED') return;
      const first = state === 'VETOED' || state === 'REVERTED' ? 'ACCEPTED' : state;
      await tx.run(
        `update decisions set state = $3, decided_by = $4, decided_at = $5, close_reason = 'No', veto_ends_at = $6
          where organization_id = $1 and id = $2`,
        [story.house.id, id, first, story.dev.id, at(decided), first === 'ACCEPTED' ? '2030-01-01' : null],
      );
      if (state === 'VETOED')
        await tx.run(
          `update decisions set state = 'VETOED', vetoed_by = $3, vetoed_at = $4, veto_reason = 'No' where organization_id = $1 and id = $2`,
          [story.house.id, id, story.owner.id, at(decided + minutes(30 * 24 * 60))],
        );
      if (state === 'REVERTED')
        await tx.run(
          `update decisions set state = 'REVERTED', revert_reason = 'No' where organization_id = $1 and id = $2`,
          [story.house.id, id],
        );
    });
  }
}

/** One consent given by proposing, and another one: in time, late, or never. */
async function ask(
  run: (sql: string, values: unknown[]) => Promise<number>,
  decisionId: string,
  proposed: number,
  at: (moment: number) => string,
): Promise<void> {
  const due = proposed + 2 * 24 * 3_600_000;
  const answered = [null, at(due - 1), at(due + 1)][random(3)] ?? null;
  const asks = [
    ['ACCOUNTABLE', at(proposed)],
    ['DELEGATE', answered],
  ] as const;
  for (const [side, moment] of asks)
    await run(
      `insert into decision_asks (organization_id, id, decision_id, kind, side, asked_at, due_at, answer, answered_by, answered_at, late_before)
       values ($1, $2, $3, 'CONSENT', $4, $5, $6, $7, $8, $9, $10)`,
      [
        story.house.id,
        newId(),
        decisionId,
        side,
        at(proposed),
        at(due),
        moment && 'CONSENTED',
        moment && story.dev.id,
        moment,
        side === 'DELEGATE' && random(9) === 0,
      ],
    );
}

/**
 * The same by another way: working time is the overlap with each working day's hours as clocks showed them there, summed
 * over the days; the median is the database's. $4: the scopes that count, null for all; $5: now.
 */
const INDEPENDENT = `
  with o as (select * from organizations where organization_id = $1),
  decided as (
    select coalesce(d.delegation->>'level', 'TELL') as level,
      (select coalesce(sum(extract(epoch from greatest(interval '0',
          least(d.decided_at, (day + make_interval(hours => o.working_day_ends)) at time zone o.time_zone)
          - greatest(d.proposed_at, (day + make_interval(hours => o.working_day_starts)) at time zone o.time_zone)))), 0) / 3600
         from generate_series((d.proposed_at at time zone o.time_zone)::date::timestamp, (d.decided_at at time zone o.time_zone)::date::timestamp, interval '1 day') as day
        where extract(isodow from day) = any(o.working_days) and not day::date = any(o.holidays)) as hours
      from decisions d, o
     where d.organization_id = $1 and d.import_identity is null and d.state in ('ACCEPTED', 'REJECTED', 'VETOED', 'SUPERSEDED', 'REVERTED')
       and (d.decided_at at time zone o.time_zone)::date >= $2::date and (d.decided_at at time zone o.time_zone)::date < $3::date
       and ($4::uuid[] is null or coalesce(d.team_id, d.area_id, d.product_id, d.organization_id) = any($4::uuid[]))),
  taken_back as (
    select coalesce(d.delegation->>'level', 'TELL') as level, count(*)::int as vetoed from decisions d, o
     where d.organization_id = $1 and d.import_identity is null and d.state = 'VETOED'
       and (d.vetoed_at at time zone o.time_zone)::date >= $2::date and (d.vetoed_at at time zone o.time_zone)::date < $3::date
       and ($4::uuid[] is null or coalesce(d.team_id, d.area_id, d.product_id, d.organization_id) = any($4::uuid[]))
     group by 1),
  asked as (
    select a.late_before or a.due_at < coalesce(a.answered_at, a.ended_at, d.decided_at, $5::timestamptz) as late
      from decision_asks a join decisions d on d.organization_id = a.organization_id and d.id = a.decision_id, o
     where a.organization_id = $1 and a.side = 'DELEGATE' and d.import_identity is null
       and (a.asked_at at time zone o.time_zone)::date >= $2::date and (a.asked_at at time zone o.time_zone)::date < $3::date
       and ($4::uuid[] is null or coalesce(d.team_id, d.area_id, d.product_id, d.organization_id) = any($4::uuid[]))),
  levels as (
    select level, coalesce(decided, 0) as decided, "medianHours", coalesce(vetoed, 0) as vetoed
      from (select level, count(*)::int as decided, percentile_cont(0.5) within group (order by hours) as "medianHours"
              from decided group by level) as d full join taken_back using (level))
  select (select count(*)::int from decided) as decided,
         (select count(*)::int from decided where level in ('ADVISE', 'INQUIRE', 'DELEGATE')) as delegated,
         (select avg((level in ('ADVISE', 'INQUIRE', 'DELEGATE'))::int)::float8 from decided) as "shareDelegated",
         (select coalesce(sum(vetoed), 0)::int from taken_back) as vetoes,
         (select count(*)::int from asked) as consents,
         (select count(*)::int from asked where late) as "overdueConsents",
         (select coalesce(jsonb_agg(jsonb_build_object('level', level, 'decided', decided, 'medianHours', "medianHours", 'vetoed', vetoed)
            order by array_position(array['TELL','SELL','CONSULT','AGREE','ADVISE','INQUIRE','DELEGATE'], level)), '[]') from levels) as "byLevel"`;
