import { jest } from '@jest/globals';
import pg from 'pg';
import { Clock } from '../../src/platform/clock.js';
import { Dice } from '../../src/features/demo/dice.js';
import type { TestApp } from '../test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from '../world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TIME_ZONE = 'America/New_York';
/** What is never refused here unless the story is wrong. */
const MISTAKES = /INTERNAL|FORBIDDEN|UNAUTHENTICATED|CONFLICT|GRAPHQL|BAD/u;

interface Life {
  id: string;
  key: string;
  at: number;
}
interface Done {
  id: string;
  key: string;
  viewerUndo?: { id: string } | null;
}
type Change = (life: Life) => string;

/**
 * A house in which people do all that can be done to impediments, over a year: by the api's own mutations, each at its
 * moment. What a state forbids is refused, and the life goes on.
 */
export class LivedHouse {
  /** How often each mutation was allowed. */
  readonly done = new Map<string, number>();
  private readonly teams: TestTeam[] = [];
  private readonly sources: string[] = [];
  private readonly raised: Life[] = [];
  private readonly clock: jest.SpiedFunction<Clock['now']>;

  private constructor(
    private readonly app: TestApp,
    private readonly log: pg.Client,
    private readonly house: TestOrganization,
    readonly person: TestPerson,
    private readonly executive: TestPerson,
    private readonly dice: Dice,
    readonly now: Date,
  ) {
    this.clock = jest.spyOn(app.app.get(Clock), 'now');
  }

  /** @param seed another one, another year */
  static async tell(app: TestApp, seed: number, lives: number, now: Date): Promise<LivedHouse> {
    const house = await app.world.organization(`Lived in ${seed}`, TIME_ZONE);
    const log = new pg.Client({ connectionString: app.databaseUrl });
    await log.connect();
    const person = await house.scrumOfScrumsMaster('Sam');
    await house.assign(person, 'ADMINISTRATOR');
    const executive = await house.holder('Edna', 'EXECUTIVE_ACTION_TEAM');
    const lived = new LivedHouse(app, log, house, person, executive, new Dice(seed), now);
    await lived.furnish();
    for (let index = 0; index < lives; index += 1) await lived.live();
    await lived.mergeSources();
    lived.clock.mockImplementation(() => new Date(now));
    await log.end();
    return lived;
  }

  get organizationId(): string {
    return this.house.id;
  }

  /** Three teams in two areas, three sources, and days on which nobody works. */
  private async furnish(): Promise<void> {
    const areas = [await this.house.areaNamed('Harbour'), await this.house.areaNamed('Town')];
    for (const [index, name] of ['Crane', 'Quay', 'Market'].entries()) {
      const team = await this.house.team(name, areas[index % 2]);
      await this.house.assign(this.person, 'DEVELOPER', { team_id: team.id });
      this.teams.push(team);
    }
    for (const name of ['Customs', 'Pilots', 'Tax office'])
      this.sources.push(await this.house.insert('sources', { name, kind: 'DEPARTMENT' }));
    await this.house.query(
      `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, 'edna@example.org', 'none')`,
      [this.house.id, this.executive.id],
    );
    const holidays = [20, 47, 48, 133].map((days) =>
      new Date(this.now.getTime() - days * DAY).toISOString().slice(0, 10),
    );
    await this.house.query('update organizations set holidays = $2 where organization_id = $1', [
      this.house.id,
      holidays,
    ]);
  }

  private async live(): Promise<void> {
    let at = this.now.getTime() - this.dice.between(10, 400) * DAY + this.dice.below(DAY);
    const source = this.dice.chance(0.75) ? `, sourceId: "Source_${this.dice.pick(this.sources)}"` : '';
    const others = this.dice.chance(0.3) ? `, affectedTeamIds: ["${this.team()}"]` : '';
    const input = `title: "It stands", category: TOOLING, raisingTeamId: "${this.team()}"${source}${others}`;
    const it = await this.mutate(at, 'raiseImpediment', `input: { ${input} }`);
    if (!it) throw new Error('It could not be raised.');
    const life: Life = { ...it, at };
    for (let steps = this.dice.between(2, 14); steps > 0; steps -= 1) {
      at += this.dice.chance(0.3) ? this.dice.between(1, 5) * HOUR : this.dice.below(9 * DAY);
      if (at > this.now.getTime() - HOUR) break;
      life.at = at;
      const changed = await this.change(life);
      if (!changed?.viewerUndo || !this.dice.chance(0.12)) continue;
      await this.mutate(at + 4000, 'undoImpedimentChange', `id: "${changed.viewerUndo.id}"`, 'undone { id key }');
    }
    this.raised.push(life);
  }

  /** What is refused is followed by another try. */
  private async change(life: Life): Promise<Done | undefined> {
    for (let tries = 5; tries > 0; tries -= 1) {
      const [field, given] = this.dice.pick(this.changes);
      const changed = await this.mutate(life.at, field, given(life));
      if (changed) return changed;
    }
    return undefined;
  }

  private readonly changes: [string, Change][] = [
    ...this.often(4, 'triageImpediment', () => {
      const owner = `ownerId: "Person_${this.person.id}", severity: HIGH`;
      return `input: { ${owner}, level: ${this.dice.between(1, 2)}, nextStep: "Call them" }`;
    }),
    ...this.often(2, 'setImpedimentLevel', () => `level: ${this.dice.between(1, 2)}, reason: "Because"`),
    ...this.often(1, 'sendEscalationBrief', () => {
      const asked = `proposal: "One contact", ask: "Pay", answerBy: "2090-03-20"`;
      return `input: { ${asked}, recipientIds: ["Person_${this.executive.id}"] }`;
    }),
    ...this.often(3, 'pauseImpedimentClock', () => 'reason: "They answer on Monday"'),
    ...this.often(4, 'resumeImpedimentClock', () => ''),
    ...this.often(8, 'startImpediment', () => ''),
    ...this.often(9, 'resolveImpediment', () => 'resolution: "They opened the gate"'),
    ...this.often(5, 'closeImpediment', () => ''),
    ...this.often(1, 'declineImpediment', () => 'reason: "Not ours"'),
    ...this.often(5, 'reopenImpediment', () => 'reason: "It is back"'),
    ...this.often(1, 'markImpedimentDuplicate', ({ at }) => {
      const earlier = this.raised.filter((life) => life.at < at);
      return `duplicateOfKey: "${earlier.length === 0 || this.dice.chance(0.3) ? 'IMP-0' : this.dice.pick(earlier).key}"`;
    }),
    ...this.often(1, 'addAffectedTeam', () => `teamId: "${this.team()}"`),
    ...this.often(2, 'removeAffectedTeam', () => `teamId: "${this.team()}"`),
    ...this.often(1, 'commentOnImpediment', () => 'body: "Still there?"'),
  ];

  private often(times: number, field: string, more: Change): [string, Change][] {
    const versioned = !/Team|comment/u.test(field);
    const given = (life: Life): string =>
      [`id: "${life.id}"`, ...(versioned ? [`version: $version`] : []), more(life)].filter(Boolean).join(', ');
    return Array.from({ length: times }, () => [field, given]);
  }

  private team(): string {
    return `Team_${this.dice.pick(this.teams).id}`;
  }

  /** At that moment, the log included. Undefined where it was refused. */
  private async mutate(at: number, field: string, given: string, selection = ''): Promise<Done | undefined> {
    this.clock.mockImplementation(() => new Date(at));
    const [last] = (await this.log.query<{ id: string }>('select coalesce(max(id), 0)::text as id from events')).rows;
    const version = await this.versionOf(given);
    const seen = selection || `id key ${field === 'raiseImpediment' ? '' : 'viewerUndo { id }'}`;
    const reply = await this.app.graphql<Record<string, Done>>(
      this.person.cookie,
      `mutation { ${field}(${given.replace('$version', String(version))}) { ${seen} } }`,
    );
    // The log says when something was written; these were written long after.
    await this.log.query('update events set at = $2 where id > $1', [last?.id, new Date(at).toISOString()]);
    if (reply.errors) {
      const [error] = reply.errors;
      if (MISTAKES.test(error?.extensions.code ?? 'INTERNAL')) throw new Error(`${field}: ${reply.text}`);
      return undefined;
    }
    this.done.set(field, (this.done.get(field) ?? 0) + 1);
    return reply.data?.[field];
  }

  private async versionOf(given: string): Promise<number> {
    const id = /Impediment_([0-9a-f-]+)/u.exec(given)?.[1] ?? null;
    const found = await this.log.query<{ version: number }>('select version from impediments where id = $1', [id]);
    return found.rows[0]?.version ?? 1;
  }

  /** One source goes up in another. */
  private async mergeSources(): Promise<void> {
    this.clock.mockImplementation(() => new Date(this.now));
    const [from, into] = this.sources;
    const reply = await this.app.graphql(
      this.person.cookie,
      `mutation { mergeSources(id: "Source_${from}", version: 1, intoId: "Source_${into}") { movedImpediments } }`,
    );
    if (reply.errors) throw new Error(reply.text);
  }
}
