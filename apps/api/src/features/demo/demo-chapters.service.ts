import { CADENCE_TEMPLATES } from '@chapterhouse/domain/cadences/cadence-templates';
import type { TriageReason, TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { FacilitatorsRead, keyOfRef, MeetingHistory, type OccurrenceRef, OccurrencesRead } from '../cadences/public.js';
import { ChapterHistory, type HistoricItem } from '../chapters/public.js';
import { shift } from './day-shift.js';
import type { BacklogCast } from './demo-backlog.service.js';
import { DEMO_CHAPTER, DEMO_PRACTICES, DEMO_TRIAGE_ACTIONS, DEMO_TRIAGE_NOTES } from './demo-chapter-words.js';
import type { DemoImpediment, DemoStory } from './demo-facts.js';

/** Of the first area. */
const AREA = 0;
const TIME_ZONE = 'Europe/Lisbon';
const WEEKS_AGO = 10;
const MINUTES = 24;
const MINUTE = 60_000;
/** As many as one gets through in 25 minutes. */
const MOST_ITEMS = 6;

interface Chapter {
  id: string;
  /** Its Scrum Masters. */
  masters: string[];
}

/** Writes the chapter of the demo: what it shares, its weekly triage, and what came of the last one. None runs. */
@Injectable()
export class DemoChaptersService {
  constructor(
    @Inject(ChapterHistory) private readonly chapters: ChapterHistory,
    @Inject(MeetingHistory) private readonly meetings: MeetingHistory,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
  ) {}

  /** After the impediments: `cast` has their ids, by the story's positions. */
  async write(
    tx: Tx,
    story: DemoStory,
    cast: BacklogCast & { impediments: readonly string[] },
    now: Date,
  ): Promise<void> {
    const today = now.toISOString().slice(0, 10);
    const chapter = await this.found(tx, story, cast, today);
    const cadenceId = await this.weekly(tx, cast, chapter, today, now);
    const date = await this.meetings.lastDate(tx, cadenceId, today);
    if (!date) return;
    const { at, ...occurrence } = date;
    const endedAt = new Date(Date.parse(at) + MINUTES * MINUTE).toISOString();
    const facilitatorId = await this.whoseTurn(tx, occurrence, chapter);
    const actionIds = await this.meetings.actions(
      tx,
      DEMO_TRIAGE_ACTIONS.map(({ title, by, due }) => ({
        title,
        state: 'OPEN' as const,
        result: '',
        ref: occurrence,
        teamId: null,
        endedAt: null,
        ownerId: pick(chapter.masters, by),
        byId: facilitatorId,
        dueOn: shift(today, due),
        addedAt: at,
        chapterId: chapter.id,
      })),
      today,
    );
    const items = itemsOf(story, cast.impediments, at, chapter.masters).map((item, index) => ({
      ...item,
      actionIds: actionIds.slice(index, index + 1),
    }));
    const participantIds = chapter.masters;
    const session = { chapterId: chapter.id, occurrence, facilitatorId, participantIds, startedAt: at, endedAt };
    await this.chapters.session(tx, { ...session, timeZone: TIME_ZONE, items }, today);
  }

  private async found(tx: Tx, story: DemoStory, cast: BacklogCast, today: string): Promise<Chapter> {
    const teams = story.teams.flatMap(({ area, scrumMaster }, index) =>
      area === AREA && scrumMaster !== null
        ? [{ id: pick(cast.teams, index), master: pick(cast.people, scrumMaster) }]
        : [],
    );
    const masters = [...new Set(teams.map(({ master }) => master))];
    const moment = (day: number): string => `${shift(today, day)}T10:00:00.000Z`;
    const id = await this.chapters.chapter(tx, {
      ...DEMO_CHAPTER,
      areaId: pick(cast.areas, AREA),
      foundedById: pick(masters, 0),
      foundedAt: moment(-7 * WEEKS_AGO - 3),
      practices: DEMO_PRACTICES.map(({ title, words, by, day, thanks }) => ({
        title,
        words,
        at: moment(day),
        sharedById: pick(masters, by),
        teamId: teams.find(({ master }) => master === pick(masters, by))?.id ?? '',
        thankedByIds: [...new Set(thanks.map((position) => pick(masters, position)))],
      })),
    });
    return { id, masters };
  }

  private async weekly(tx: Tx, cast: BacklogCast, { id, masters }: Chapter, today: string, now: Date): Promise<string> {
    const template = CADENCE_TEMPLATES.find(({ kind }) => kind === 'CHAPTER_TRIAGE');
    if (!template) throw new RangeError('There is a template of a chapter’s triage.');
    const { kind, name, rule, minutes, agenda, roles } = template;
    const [cadenceId = ''] = await this.meetings.meetings(tx, [
      {
        kind,
        name,
        rule,
        minutes,
        agenda,
        roles,
        place: 'Room Lighthouse',
        timeZone: TIME_ZONE,
        scopeKind: 'AREA',
        scopeId: pick(cast.areas, AREA),
        chapterId: id,
        startsAt: `${shift(today, -7 * WEEKS_AGO)}T09:30`,
        rotaPersonIds: masters,
        createdById: pick(masters, 0),
      },
    ]);
    await this.meetings.keepTurns(tx, today, now.toISOString());
    return cadenceId;
  }

  private async whoseTurn(tx: Tx, ref: OccurrenceRef, { masters }: Chapter): Promise<string> {
    const date = await this.occurrences.byRef(tx, ref);
    const people = await this.facilitators.of(tx, date ? [date] : []);
    return people.get(keyOfRef(ref)) ?? pick(masters, 0);
  }
}

/** What the area's teams had in their way then: what became of it is what the triage said. */
function itemsOf(
  { impediments, teams }: DemoStory,
  ids: readonly string[],
  at: string,
  masters: readonly string[],
): Omit<HistoricItem, 'actionIds'>[] {
  const chosen = impediments.flatMap((told, index) => {
    const isHere = [told.team, ...told.affected].some((team) => teams[team]?.area === AREA);
    const outcome = isHere && told.raisedAt < at ? outcomeOf(told) : undefined;
    return outcome ? [{ told, id: pick(ids, index), ...outcome }] : [];
  });
  const latest = chosen.toSorted((one, other) => (one.told.raisedAt > other.told.raisedAt ? -1 : 1));
  // Two of each kind, at most.
  const shown = latest.filter(
    ({ result }, index) => latest.slice(0, index).filter((one) => one.result === result).length < 2,
  );
  return shown.slice(0, MOST_ITEMS).map(({ told, id, result, note }, index) => ({
    ...reasonOf(told),
    impedimentId: id,
    result,
    note,
    secondsSpent: 150 + 20 * index,
    dots: new Map(masters.slice(0, 1 + (index % 3)).map((master) => [master, 1])),
  }));
}

const OUTCOMES: Partial<Record<ImpedimentState, TriageResultKind>> = {
  RAISED: 'PARKED',
  TRIAGED: 'TRIAGED',
  IN_PROGRESS: 'TRIAGED',
  DECLINED: 'DECLINED',
  DUPLICATE: 'MERGED',
};

function outcomeOf(told: DemoImpediment): { result: TriageResultKind; note: string } | undefined {
  const isUp = told.level > 1 && told.state !== 'DECLINED' && told.state !== 'DUPLICATE';
  const result = isUp ? 'ESCALATED' : OUTCOMES[told.state];
  if (result === undefined || result === 'DONE') return undefined;
  return { result, note: result === 'TRIAGED' ? told.nextStep : DEMO_TRIAGE_NOTES[result] };
}

function reasonOf({ affected }: DemoImpediment): { reason: TriageReason; why: string } {
  if (affected.length < 2) return { reason: 'CLOCK_OUT', why: 'Its clock ran out 1 working day ago.' };
  return { reason: 'NEW_SHARED', why: `It is new and hits ${affected.length} teams.` };
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError(`The story names number ${index} of ${list.length}.`);
  return found;
}
