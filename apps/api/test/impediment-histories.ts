import type { NumberFacts, Period } from '@chapterhouse/domain/impediments/impediment-numbers';
import { localDate, type WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { newId } from '../src/platform/database/new-id.js';
import type { Tx } from '../src/platform/database/tx.js';
import type { Viewer } from '../src/platform/auth/viewer.js';
import { type History, SOURCES, TEAMS, factsOf, knownOf, writtenClocks } from './random-histories.js';
import type { TestApp } from './test-app.js';

/** Histories as rows: each telling in an organization of its own. */
export class HistoriesInDatabase {
  private constructor(private readonly app: TestApp) {}

  private organizationId = '';

  static async empty(app: TestApp): Promise<HistoriesInDatabase> {
    const stored = new HistoriesInDatabase(app);
    await stored.tell([], { timeZone: 'UTC', workingDays: [1], startHour: 0, endHour: 24, holidays: [] }, 0);
    return stored;
  }

  /** Somebody of the organization of the last telling. */
  get viewer(): Viewer {
    return {
      actor: { personId: newId(), organizationId: this.organizationId, today: '2026-07-01', assignments: [] },
      personId: newId(),
      organizationId: this.organizationId,
      sessionId: newId(),
      requestId: 'test',
      now: new Date(),
      today: '2026-07-01',
      timeZone: 'UTC',
    };
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.database.transaction({ organizationId: this.organizationId }, work);
  }

  /** Writes them down, and answers the facts that a number should see. Two of three teams are of one area. */
  async tell(told: readonly History[], calendar: WorkingCalendar, now: number): Promise<NumberFacts[]> {
    const house = await this.app.world.organization('Histories', calendar.timeZone);
    this.organizationId = house.id;
    await house.query(
      `update organizations set working_days = $2, working_day_starts = $3, working_day_ends = $4, holidays = $5
        where organization_id = $1`,
      [house.id, calendar.workingDays, calendar.startHour, calendar.endHour, calendar.holidays],
    );
    const areas = [await house.areaNamed('Harbour'), await house.areaNamed('Town')];
    const teams = await inTurn(TEAMS, (index) => house.team(`Team ${index}`, areas[index % 2]));
    const sources = await inTurn(SOURCES, (index) =>
      house.insert('sources', { name: `Source ${index}`, kind: 'VENDOR' }),
    );
    const person = await house.person('Ana');
    const rows = told.map((history, index) => {
      const known = knownOf(history);
      const team = teams[history.team];
      if (!team) throw new Error('There are three teams.');
      return {
        id: newId(),
        number: index + 1,
        known,
        history,
        team,
        sourceId: history.source === null ? null : (sources[history.source] ?? null),
        clocks: writtenClocks(history, known, calendar),
      };
    });
    await this.read((tx) => write(tx, rows, person.id));
    return rows.map(({ id, history, known, team, sourceId }) => ({
      id,
      ...factsOf(history, known, calendar, now),
      raisingTeamId: team.id,
      areaId: team.areaId,
      sourceId,
    }));
  }

  /** As the domain takes it: days begin at midnight where the organization is. */
  periodOf({ from, endsBefore }: { from: string; endsBefore: string }, { timeZone }: WorkingCalendar): Period {
    return { from: firstMomentOf(from, timeZone), to: firstMomentOf(endsBefore, timeZone) };
  }
}

const QUARTER = 15 * 60_000;

/** Looked for from far before: midnights come at full quarters of an hour everywhere. */
function firstMomentOf(day: string, timeZone: string): number {
  let at = Date.parse(day) - 16 * 4 * QUARTER;
  while (localDate(new Date(at), timeZone) < day) at += QUARTER;
  return at;
}

interface Row {
  id: string;
  number: number;
  known: ReturnType<typeof knownOf>;
  history: History;
  team: { id: string };
  sourceId: string | null;
  clocks: ReturnType<typeof writtenClocks>;
}

async function inTurn<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make(index));
  return made;
}

const iso = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString());

async function write(tx: Tx, rows: readonly Row[], personId: string): Promise<void> {
  const impediments = rows.map(({ id, number, known, history, team, sourceId }) => ({
    id,
    number,
    state: known.state,
    level: known.level,
    level_since: iso(known.levelSince),
    raised_at: iso(history.raisedAt),
    raising_team_id: team.id,
    source_id: sourceId,
    triaged_at: iso(known.triagedAt),
    resolved_at: iso(known.resolvedAt),
    closed_at: known.state === 'CLOSED' ? iso(known.lastAt) : null,
    reopened_count: known.reopenedCount,
    updated_at: iso(known.lastAt),
    version: known.version,
  }));
  await tx.run(
    `insert into impediments (organization_id, id, number, title, category, severity, state, level, level_since, raised_by,
       raised_at, raising_team_id, source_id, owner_id, resolution, decline_reason, duplicate_of_id, triaged_at, resolved_at,
       closed_at, reopened_count, updated_at, version)
     select $1, g.id, g.number, 'It', 'TOOLING', 'LOW', g.state, g.level, g.level_since, $3::uuid, g.raised_at,
       g.raising_team_id, g.source_id, $3::uuid, 'Gone', 'No', case g.state when 'DUPLICATE' then g.id end, g.triaged_at,
       g.resolved_at, g.closed_at, g.reopened_count, g.updated_at, g.version
      from jsonb_to_recordset($2::jsonb) as g(id uuid, number int, state text, level int, level_since timestamptz,
       raised_at timestamptz, raising_team_id uuid, source_id uuid, triaged_at timestamptz, resolved_at timestamptz,
       closed_at timestamptz, reopened_count int, updated_at timestamptz, version int)`,
    [tx.organizationId, JSON.stringify(impediments), personId],
  );
  const events = rows.flatMap(({ id, known }) =>
    known.events.map(({ name, at, version, changes }) => ({ id, name, at: iso(at), version, payload: { changes } })),
  );
  await tx.run(
    `insert into events (organization_id, name, subject_type, subject_id, subject_version, payload, at)
     select $1, g.name, 'Impediment', g.id, g.version, g.payload, g.at
       from jsonb_to_recordset($2::jsonb) as g(id uuid, name text, at timestamptz, version int, payload jsonb)`,
    [tx.organizationId, JSON.stringify(events)],
  );
  const clocks = rows.flatMap(({ id, clocks: of }) =>
    of.map((clock, index) => ({
      id,
      number: index + 1,
      level: clock.level,
      began_at: iso(clock.beganAt),
      worked_ms: clock.worked,
      counted_to: iso(clock.countedTo),
      paused_at: clock.pausedBecause === null ? null : iso(clock.countedTo),
      paused_because: clock.pausedBecause,
      runs_out_at: iso(clock.runsOutAt),
      ended_at: iso(clock.endedAt),
    })),
  );
  await tx.run(
    `insert into impediment_clocks (organization_id, impediment_id, number, level, clock_working_hours, escalates_by_itself,
       began_at, worked_ms, counted_to, paused_at, paused_because, runs_out_at, ended_at)
     select $1, g.id, g.number, g.level, 16, false, g.began_at, g.worked_ms, g.counted_to, g.paused_at, g.paused_because,
       g.runs_out_at, g.ended_at
      from jsonb_to_recordset($2::jsonb) as g(id uuid, number int, level int, began_at timestamptz, worked_ms bigint,
       counted_to timestamptz, paused_at timestamptz, paused_because text, runs_out_at timestamptz, ended_at timestamptz)`,
    [tx.organizationId, JSON.stringify(clocks)],
  );
}
