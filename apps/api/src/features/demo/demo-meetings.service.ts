import { CADENCE_TEMPLATES } from '@chapterhouse/domain/cadences/cadence-templates';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type HistoricAction, type HistoricMeeting, type HistoricNote, MeetingHistory } from '../cadences/public.js';
import { shift } from './day-shift.js';
import type { DemoStory, DemoTeam } from './demo-facts.js';
import {
  DEMO_ACTIONS,
  DEMO_AREA_MEETINGS,
  DEMO_NOTES,
  DEMO_PRODUCT_MEETINGS,
  DEMO_TEAM_MEETINGS,
  type DemoMeetingWords,
} from './demo-meeting-words.js';
import type { BacklogCast } from './demo-backlog.service.js';

/** Meetings have been going on for so long; all begin on a Monday. */
const WEEKS_AGO = 10;
const TIME_ZONE = 'Europe/Lisbon';
/** The first teams have rotas of reviews and pairs. */
const TEAMS_WITH_ROTAS = 4;

/** Writes the meetings of the demo, who facilitates them, what came of the last ones and what was promised. */
@Injectable()
export class DemoMeetingsService {
  constructor(@Inject(MeetingHistory) private readonly history: MeetingHistory) {}

  async write(tx: Tx, story: DemoStory, cast: BacklogCast, now: Date): Promise<void> {
    const today = now.toISOString().slice(0, 10);
    const stage = new Stage(story, cast, mondayOf(shift(today, -7 * WEEKS_AGO)));
    const teams = story.teams.map((team, index) => ({ team, index })).filter(({ team }) => team.scrumMaster !== null);
    const ofTeams = teams.map(({ team, index }) => stage.ofTeam(team, index));
    const ids = await this.history.meetings(tx, [...ofTeams.flat(), ...stage.ofAreas(), ...stage.ofProduct()]);
    await this.history.rotasOfTeams(
      tx,
      teams.slice(0, TEAMS_WITH_ROTAS).map(({ team, index }, place) => ({
        ...(place % 2 === 0
          ? { purpose: 'CODE_REVIEW' as const, name: 'Reviews of the week', rule: 'FREQ=WEEKLY;BYDAY=MO', size: 2 }
          : { purpose: 'PAIRING' as const, name: 'Pairs of the day', rule: 'FREQ=WEEKLY;BYDAY=TU,TH', size: 2 }),
        teamId: one(cast.teams, index),
        startsOn: stage.first,
        personIds: stage.developers(team),
        createdById: stage.person(team.scrumMaster ?? 0),
      })),
    );
    await this.history.keepTurns(tx, today, now.toISOString());
    await this.followUps(tx, stage, teams, ids, today, now);
  }

  /** What came of the last retrospective of each team. */
  private async followUps(
    tx: Tx,
    stage: Stage,
    teams: readonly { team: DemoTeam; index: number }[],
    ids: readonly string[],
    today: string,
    now: Date,
  ): Promise<void> {
    const actions: HistoricAction[] = [];
    const notes: HistoricNote[] = [];
    const each = DEMO_TEAM_MEETINGS.length;
    const retrospective = DEMO_TEAM_MEETINGS.findIndex(({ kind }) => kind === 'SPRINT_RETROSPECTIVE');
    for (const [place, { team, index }] of teams.entries()) {
      const date = await this.history.lastDate(tx, one(ids, place * each + retrospective), today);
      if (!date) continue;
      const { at, ...ref } = date;
      const told = one(DEMO_ACTIONS, place % DEMO_ACTIONS.length);
      const byId = stage.person(team.scrumMaster ?? 0);
      actions.push({
        title: told.title,
        state: told.state,
        result: told.result,
        ref,
        byId,
        addedAt: at,
        ownerId: stage.person(one(team.members, told.owner % team.members.length)),
        dueOn: shift(today, told.due),
        teamId: one(stage.cast.teams, index),
        endedAt: told.state === 'OPEN' ? null : now.toISOString(),
      });
      const [missed, ...attended] = team.members.map((member) => stage.person(member));
      notes.push({
        ref,
        byId,
        text: one(DEMO_NOTES, place % DEMO_NOTES.length),
        attendedIds: [...attended, byId],
        missedIds: missed === undefined ? [] : [missed],
      });
    }
    await this.history.actions(tx, actions, today);
    await this.history.notes(tx, notes, now.toISOString());
  }
}

/** Names and positions of the story as ids. */
class Stage {
  constructor(
    private readonly story: DemoStory,
    readonly cast: BacklogCast,
    /** YYYY-MM-DD, a Monday. */
    readonly first: string,
  ) {}

  person(position: number): string {
    return one(this.cast.people, position);
  }

  /** The Product Owner is the first of a team's people. */
  developers({ members }: DemoTeam): string[] {
    return members.slice(1).map((member) => this.person(member));
  }

  ofTeam(team: DemoTeam, index: number): HistoricMeeting[] {
    const by = team.scrumMaster ?? 0;
    return DEMO_TEAM_MEETINGS.map((words) =>
      this.meeting(words, 'TEAM', one(this.cast.teams, index), by, this.developers(team), `${team.name}: `),
    );
  }

  ofAreas(): HistoricMeeting[] {
    return this.cast.areas.flatMap((areaId, area) => {
      const masters = this.story.teams.flatMap((team) => (team.area === area ? (team.scrumMaster ?? []) : []));
      const people = [...new Set(masters)].map((master) => this.person(master));
      return DEMO_AREA_MEETINGS.map((words) => this.meeting(words, 'AREA', areaId, masters[0] ?? 0, people, ''));
    });
  }

  ofProduct(): HistoricMeeting[] {
    return DEMO_PRODUCT_MEETINGS.map((words) => this.meeting(words, 'PRODUCT', this.cast.productId, 0, [], ''));
  }

  private meeting(
    { kind, rule, time, place }: DemoMeetingWords,
    scopeKind: ScopeKind,
    scopeId: string,
    by: number,
    rotaPersonIds: string[],
    prefix: string,
  ): HistoricMeeting {
    const template = CADENCE_TEMPLATES.find((one) => one.kind === kind);
    if (!template) throw new RangeError(`No template is of kind ${kind}.`);
    const { name, minutes, agenda, roles } = template;
    return {
      kind,
      name: `${prefix}${name}`,
      scopeKind,
      scopeId,
      rule,
      minutes,
      place,
      agenda,
      roles,
      rotaPersonIds,
      startsAt: `${this.first}T${time}`,
      timeZone: TIME_ZONE,
      createdById: this.person(by),
    };
  }
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shift(day, weekday === 0 ? -6 : 1 - weekday);
}

function one<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`The story names number ${index} of ${list.length}.`);
  return found;
}
