import { CADENCE_TEMPLATES } from '@chapterhouse/domain/cadences/cadence-templates';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { MeetingHistory } from '../cadences/public.js';
import { CommunityHistory, type HistoricCommunity } from '../communities/public.js';
import { shift } from './day-shift.js';
import type { BacklogCast } from './demo-backlog.service.js';
import { type DemoCommunity, DemoArtifactsService } from './demo-artifacts.service.js';
import {
  DEMO_COMMUNITY,
  DEMO_DISCUSSIONS,
  DEMO_IDEAS,
  DEMO_INCIDENTS,
  DEMO_ONBOARDING,
} from './demo-community-words.js';
import type { DemoStory } from './demo-facts.js';

const TIME_ZONE = 'Europe/Lisbon';
const WEEKS_AGO = 12;

type ToldCommunity = typeof DEMO_COMMUNITY | typeof DEMO_ONBOARDING | typeof DEMO_INCIDENTS;
type Told = Pick<HistoricCommunity, 'discussions' | 'ideas'>;

/** Writes the communities of the demo: who belongs to them, what the first one talks about, its ideas and when it meets. */
@Injectable()
export class DemoCommunitiesService {
  constructor(
    @Inject(CommunityHistory) private readonly communities: CommunityHistory,
    @Inject(MeetingHistory) private readonly meetings: MeetingHistory,
    @Inject(DemoArtifactsService) private readonly artifacts: DemoArtifactsService,
  ) {}

  async write(tx: Tx, story: DemoStory, cast: BacklogCast, now: Date): Promise<void> {
    const today = now.toISOString().slice(0, 10);
    const guestId = pick(cast.people, visitorOf(story));
    const testers = fromAllOver(cast.people, DEMO_COMMUNITY.members).filter((id) => id !== guestId);
    const testing = await this.found(tx, DEMO_COMMUNITY, [...testers, guestId], today, (memberIds) =>
      talkOf(memberIds, cast.teams, today),
    );
    const newcomers = fromAllOver(cast.people, DEMO_ONBOARDING.members, 5).filter((id) => id !== guestId);
    const onboarding = await this.found(tx, DEMO_ONBOARDING, [guestId, ...newcomers], today);
    await this.found(tx, DEMO_INCIDENTS, fromAllOver(cast.people, DEMO_INCIDENTS.members, 11), today);
    await this.meet(tx, { ...testing, today, organizationId: tx.organizationId });
    const speakers = story.teams.map(({ members }) => pick(cast.people, members[0] ?? 0));
    await this.artifacts.write(tx, { testing, onboarding, guestId, teams: cast.teams, speakers, now });
  }

  private async found(
    tx: Tx,
    { name, purpose, topics, day }: ToldCommunity,
    memberIds: readonly string[],
    today: string,
    told: (memberIds: readonly string[]) => Told = () => ({ discussions: [], ideas: [] }),
  ): Promise<DemoCommunity> {
    const founded = { name, purpose, topics: [...topics], foundedAt: moment(today, day), memberIds };
    return { id: await this.communities.community(tx, { ...founded, ...told(memberIds) }), memberIds };
  }

  private async meet(
    tx: Tx,
    {
      id,
      today,
      organizationId,
      memberIds,
    }: { id: string; today: string; organizationId: string; memberIds: readonly string[] },
  ): Promise<void> {
    const template = CADENCE_TEMPLATES.find(({ kind }) => kind === 'COP_MEETING');
    if (!template) throw new RangeError('There is a template of a community’s meeting.');
    const { kind, rule, minutes, agenda, roles } = template;
    await this.meetings.meetings(tx, [
      {
        kind,
        name: `${DEMO_COMMUNITY.name} meets`,
        rule,
        minutes,
        agenda,
        roles,
        place: 'Room Lantern',
        timeZone: TIME_ZONE,
        scopeKind: 'ORGANIZATION',
        scopeId: organizationId,
        communityId: id,
        startsAt: `${shift(today, -7 * WEEKS_AGO)}T15:00`,
        rotaPersonIds: memberIds.slice(0, 4),
        createdById: pick(memberIds, 0),
      },
    ]);
  }
}

/** As whom the demo is entered. */
function visitorOf({ roles }: DemoStory): number {
  const visitor = roles.find(
    ({ role, kind, scope, at }) =>
      role === 'SCRUM_OF_SCRUMS_MASTER' && kind === 'PRIMARY' && scope === 'AREA' && at === 0,
  );
  if (!visitor) throw new RangeError('Somebody opens the door of the demo.');
  return visitor.person;
}

/** Every so-manyth of them. @param from the first one's place */
function fromAllOver(people: readonly string[], count: number, from = 0): string[] {
  const step = Math.floor(people.length / (count + 1));
  return Array.from({ length: count }, (_, index) => pick(people, from + (index + 1) * step));
}

function talkOf(memberIds: readonly string[], teams: readonly string[], today: string): Told {
  const said = <T extends { by: number; day: number }>({ by, day, ...rest }: T) => ({
    ...rest,
    byId: pick(memberIds, by),
    at: moment(today, day),
  });
  return {
    discussions: DEMO_DISCUSSIONS.map((told) => ({ ...said(told), replies: told.replies.map(said) })),
    ideas: DEMO_IDEAS.map(({ votes, trial, ...told }) => ({
      ...said(told),
      comments: told.comments.map(said),
      voterIds: memberIds.slice(0, votes),
      ...(trial && {
        trial: { teamId: pick(teams, trial.team), until: shift(today, trial.until), result: trial.result },
      }),
    })),
  };
}

function moment(today: string, day: number): string {
  return `${shift(today, day)}T10:00:00.000Z`;
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError(`The story names number ${index} of ${list.length}.`);
  return found;
}
