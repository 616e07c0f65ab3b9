import { Inject, Injectable } from '@nestjs/common';
import { Doorways } from '../../platform/auth/doorways.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { ImpedimentHistory } from '../impediments/public.js';
import { InboxHistory } from '../notifications/public.js';
import { NewOrganization, OrganizationStructure } from '../organization/public.js';
import type { DemoBrief, DemoComment, DemoImpediment, DemoRole, DemoStory, DemoTeam } from './demo-facts.js';
import { DemoBacklogService } from './demo-backlog.service.js';
import { DemoDecisionsService } from './demo-decisions.service.js';
import { DemoChaptersService } from './demo-chapters.service.js';
import { DemoCommunitiesService } from './demo-communities.service.js';
import { DemoMeetingsService } from './demo-meetings.service.js';
import { DemoNegotiationsService } from './demo-negotiations.service.js';
import { DemoWorkService } from './demo-work.service.js';
import { tellDemo } from './demo-story.js';
import { DEMO_SOURCES, type DemoSource } from './demo-source-words.js';
import { DEMO_AREAS, DEMO_NAME, DEMO_PRODUCT } from './demo-words.js';

/** How many of each were made. */
export type DemoCounts = Record<
  'areas' | 'teams' | 'people' | 'roles' | 'absences' | 'impediments' | 'sprints' | 'decisions',
  number
>;

/** The database's ids of what the story numbers. */
interface Cast {
  productId: string;
  areas: string[];
  teams: string[];
  people: string[];
  sources: string[];
}

/** The inboxes hold the last days; what is older than a day and a half has been read. */
const TOLD_HOURS = 120;
const READ_HOURS = 36;
/** Any number that no other advisory lock has. */
const DEMO_LOCK = 4_283_313;

/** Somebody may write into the demo while it goes; the next attempt finds that row too. */
const MOST_ATTEMPTS = 3;
const CROSSINGS = new Set(['23503', '40P01', '55P03']);

/** Somebody else has made the demo anew meanwhile. */
class ForgottenAlready extends Error {}

/** Makes the demo organization: one transaction, the same every time on the same day. */
@Injectable()
export class DemoService {
  constructor(
    @Inject(NewOrganization) private readonly organizations: NewOrganization,
    @Inject(OrganizationStructure) private readonly structure: OrganizationStructure,
    @Inject(DemoBacklogService) private readonly backlog: DemoBacklogService,
    @Inject(DemoNegotiationsService) private readonly negotiations: DemoNegotiationsService,
    @Inject(DemoWorkService) private readonly work: DemoWorkService,
    @Inject(ImpedimentHistory) private readonly impediments: ImpedimentHistory,
    @Inject(DemoDecisionsService) private readonly decisions: DemoDecisionsService,
    @Inject(DemoMeetingsService) private readonly meetings: DemoMeetingsService,
    @Inject(DemoChaptersService) private readonly chapters: DemoChaptersService,
    @Inject(DemoCommunitiesService) private readonly communities: DemoCommunitiesService,
    @Inject(InboxHistory) private readonly inboxes: InboxHistory,
    @Inject(Doorways) private readonly doorways: Doorways,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NAME_TAKEN when the slug is in use */
  async create(slug: string): Promise<DemoCounts> {
    return this.tell(slug);
  }

  /**
   * The same anew, in one transaction: all that people did in the demo `forgotten` is gone, and nobody sees it half.
   * Two at once are one: the second finds the first one's demo and leaves it.
   */
  async remake(slug: string, forgotten: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.tell(slug, (tx) => this.forget(tx, forgotten));
        return;
      } catch (error) {
        if (error instanceof ForgottenAlready) return;
        if (attempt === MOST_ATTEMPTS || !isCrossing(error)) throw error;
      }
    }
  }

  private async forget(tx: Tx, organizationId: string): Promise<void> {
    await tx.run(`set local lock_timeout = '7s'; set local statement_timeout = '7s'`);
    await tx.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
    if ((await this.doorways.census(tx)).demo !== organizationId) throw new ForgottenAlready();
    await tx.query('select chapterhouse_forget_demo($1)', [organizationId]);
  }

  private async tell(slug: string, prepare?: (tx: Tx) => Promise<void>): Promise<DemoCounts> {
    const story = tellDemo(this.clock.now().toISOString().slice(0, 10));
    const facts = { name: DEMO_NAME, slug, timeZone: 'Europe/Lisbon', demo: true, holidays: story.holidays };
    await this.organizations.create(facts, (tx) => this.furnish(tx, story), prepare);
    return {
      areas: DEMO_AREAS.length,
      teams: story.teams.length,
      people: story.people.length,
      roles: story.roles.length,
      absences: story.absences.length,
      impediments: story.impediments.length,
      sprints: story.sprints.length,
      decisions: story.decisions.length,
    };
  }

  private async furnish(tx: Tx, story: DemoStory): Promise<void> {
    const [productId = ''] = await this.structure.createProducts(tx, [{ name: DEMO_PRODUCT }]);
    const areas = await this.structure.createAreas(
      tx,
      DEMO_AREAS.map(({ name, purpose }) => ({ productId, name, purpose })),
    );
    const teams = await this.structure.createTeams(
      tx,
      story.teams.map(({ name, area }) => ({ areaId: at(areas, area), name })),
    );
    const people = await this.structure.addPeople(
      tx,
      story.people.map((name) => ({ name })),
    );
    const bySource = await this.impediments.ensureSources(
      tx,
      DEMO_SOURCES.map((source) => sourceOf(source, story.teams, teams, people)),
    );
    const sources = DEMO_SOURCES.map(({ name }) => bySource.get(name.toLowerCase()) ?? '');
    const cast: Cast = { productId, areas, teams, people, sources };
    await this.structure.assignRoles(
      tx,
      story.roles.map((held) => roleOf(held, tx.organizationId, cast)),
    );
    await this.structure.recordAbsences(
      tx,
      story.absences.map(({ person, ...absence }) => ({ ...absence, personId: at(people, person) })),
    );
    await this.work.write(tx, story, teams);
    const items = await this.backlog.write(tx, story.backlog, cast, this.clock.now());
    await this.negotiations.write(tx, story, items, cast, this.clock.now());
    const recorded = await this.impediments.insert(
      tx,
      story.impediments.map((told) => impedimentOf(told, cast, story.people)),
    );
    const ids = recorded.map(({ id }) => id);
    await this.impediments.link(
      tx,
      story.impediments.flatMap((told, index) => linksOf(told, at(ids, index), ids, cast)),
    );
    await this.decisions.write(tx, story, { ...cast, impediments: ids });
    await this.meetings.write(tx, story, cast, this.clock.now());
    await this.chapters.write(tx, story, { ...cast, impediments: ids }, this.clock.now());
    await this.communities.write(tx, story, cast, this.clock.now());
    const hoursAgo = (hours: number): string => new Date(this.clock.now().getTime() - hours * 3_600_000).toISOString();
    await this.inboxes.tell(tx, hoursAgo(TOLD_HOURS), hoursAgo(READ_HOURS));
  }
}

type NewRole = Parameters<OrganizationStructure['assignRoles']>[1][number];
type HistoricComment = NonNullable<Historic['comments']>[number];
type Historic = Parameters<ImpedimentHistory['insert']>[1][number];

function roleOf({ person, at: place, scope, ...held }: DemoRole, organizationId: string, cast: Cast): NewRole {
  const scopes = { ORGANIZATION: [organizationId], PRODUCT: [cast.productId], AREA: cast.areas, TEAM: cast.teams };
  return { ...held, personId: at(cast.people, person), scopeKind: scope, scopeId: at(scopes[scope], place) };
}

type NamedSource = Parameters<ImpedimentHistory['ensureSources']>[1][number];

/** The Product Owner is the first of a team's people. */
function sourceOf(
  { team: name, ...source }: DemoSource,
  told: readonly DemoTeam[],
  teams: readonly string[],
  people: readonly string[],
): NamedSource {
  const index = told.findIndex((team) => team.name === name);
  const [productOwner] = told[index]?.members ?? [];
  if (productOwner === undefined) return source;
  return { ...source, teamId: at(teams, index), contactPersonId: at(people, productOwner) };
}

function impedimentOf(told: DemoImpediment, cast: Cast, names: readonly string[]): Historic {
  const { raisedBy, team, affected, source, owner, comments, watchers, brief, links: _, ...rest } = told;
  return {
    ...rest,
    raisedById: at(cast.people, raisedBy),
    raisingTeamId: at(cast.teams, team),
    affectedTeamIds: affected.map((index) => at(cast.teams, index)),
    sourceId: source === null ? null : at(cast.sources, source),
    ownerId: owner === null ? null : at(cast.people, owner),
    watcherIds: watchers.map((index) => at(cast.people, index)),
    comments: comments.map((comment) => commentOf(comment, cast, names)),
    brief: brief ? briefOf(brief, cast) : null,
  };
}

type HistoricBrief = NonNullable<Historic['brief']>;

function briefOf({ sentBy, recipients, answer, ...brief }: DemoBrief, { people }: Cast): HistoricBrief {
  return {
    ...brief,
    sentById: at(people, sentBy),
    recipientIds: recipients.map((person) => at(people, person)),
    answer: answer && { kind: answer.kind, words: answer.words, byId: at(people, answer.by), at: answer.at },
  };
}

type HistoricLink = Parameters<ImpedimentHistory['link']>[1][number];

function linksOf(told: DemoImpediment, impedimentId: string, ids: readonly string[], { people }: Cast): HistoricLink[] {
  return told.links.map((link) => ({
    impedimentId,
    link: 'to' in link ? { kind: 'RELATED', otherId: at(ids, link.to) } : { kind: 'WEB', ...link },
    byId: at(people, told.raisedBy),
    at: told.raisedAt,
  }));
}

function commentOf(told: DemoComment, { people }: Cast, names: readonly string[]): HistoricComment {
  const said = { id: newId(), at: told.at, authorId: at(people, told.author) };
  if (told.mentions === undefined) return { ...said, body: told.body };
  const id = at(people, told.mentions);
  const mention = `[@${at(names, told.mentions)}](person:${globalId('Person', id)})`;
  return { ...said, body: told.body.replace('{name}', mention), mentions: [id] };
}

function at(ids: readonly string[], index: number): string {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`The story names number ${index} of ${ids.length}.`);
  return id;
}

function isCrossing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && CROSSINGS.has(error.code);
}
