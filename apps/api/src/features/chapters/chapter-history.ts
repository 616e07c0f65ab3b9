import type { ChapterEvent } from '@chapterhouse/domain/chapters/chapter-events';
import { triageMinutes } from '@chapterhouse/domain/chapters/triage-minutes';
import type { TriageReason, TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import { LocalMoments } from '@chapterhouse/domain/organization/local-moments';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import type { OccurrenceRef } from '../cadences/public.js';
import { OrganizationReferences } from '../organization/public.js';
import { ChaptersRepository } from './chapters.repository.js';
import { PracticesRepository } from './practices/practices.repository.js';
import { ChapterActionsRead } from './triage/chapter-actions.read.js';
import { ItemTitlesRead } from './triage/item-titles.read.js';
import { dotsOn } from './triage/session-row.js';
import { SessionWrites } from './triage/session-writes.js';
import { SessionsRepository } from './triage/sessions.repository.js';

/** Ids are the database's, moments ISO text. */
export interface HistoricChapter {
  name: string;
  purpose: string;
  areaId: string | null;
  foundedById: string;
  foundedAt: string;
  practices: readonly {
    title: string;
    words: string;
    sharedById: string;
    teamId: string;
    at: string;
    thankedByIds: readonly string[];
  }[];
}

/** An item as it ended; of an impediment. */
export interface HistoricItem {
  impedimentId: string;
  reason: TriageReason;
  why: string;
  result: TriageResultKind;
  note: string;
  secondsSpent: number;
  dots: ReadonlyMap<string, number>;
  actionIds: readonly string[];
}

/** A session that is over. */
export interface HistoricSession {
  chapterId: string;
  occurrence: OccurrenceRef | null;
  facilitatorId: string;
  participantIds: readonly string[];
  startedAt: string;
  endedAt: string;
  timeZone: string;
  items: readonly HistoricItem[];
}

/** Chapters of the past, with the dates and people of then. Who may is not asked: the demo says so itself. */
@Injectable()
export class ChapterHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ChaptersRepository) private readonly chapters: ChaptersRepository,
    @Inject(PracticesRepository) private readonly practices: PracticesRepository,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(ItemTitlesRead) private readonly titles: ItemTitlesRead,
    @Inject(ChapterActionsRead) private readonly actions: ChapterActionsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @returns the id */
  async chapter(tx: Tx, { practices, foundedById, foundedAt, ...told }: HistoricChapter): Promise<string> {
    const id = newId();
    await this.chapters.insert(tx, { ...told, id, at: foundedAt });
    const events = [happened('chapter.created', 'Chapter', id, 1, foundedAt, foundedById, id)];
    for (const { thankedByIds, sharedById, ...practice } of practices) {
      const own = newId();
      const row = { ...practice, id: own, chapterId: id, sharedBy: sharedById, url: null, artifactId: null };
      await this.practices.insert(tx, row);
      for (const personId of thankedByIds) await this.practices.thank(tx, own, personId, true);
      events.push(happened('practice.shared', 'Practice', own, 1, practice.at, sharedById, id));
    }
    await this.events.append(tx, ...events);
    return id;
  }

  /** With its minutes. @param today YYYY-MM-DD */
  async session(tx: Tx, told: HistoricSession, today: string): Promise<void> {
    const { chapterId, occurrence, facilitatorId, startedAt, endedAt } = told;
    const id = newId();
    const agenda = told.items.map(({ reason, why, impedimentId }) => ({
      reason,
      why,
      impedimentId,
      sourceId: null,
      actionId: null,
    }));
    await this.writes.start(tx, { id, chapterId, occurrence, facilitatorId, agenda, at: startedAt });
    for (const personId of told.participantIds) await this.writes.join(tx, id, personId, startedAt);
    await this.items(tx, id, told);
    const teamIds = await this.minutes(tx, id, told, today);
    await this.writes.tell(tx, id, teamIds);
    await this.events.append(
      tx,
      happened('triage-session.started', 'TriageSession', id, 1, startedAt, facilitatorId, chapterId),
      happened('triage-session.ended', 'TriageSession', id, 2, endedAt, facilitatorId, chapterId),
    );
  }

  private async items(tx: Tx, sessionId: string, { items, facilitatorId, endedAt }: HistoricSession): Promise<void> {
    const [session] = await this.sessions.byIds(tx, [sessionId]);
    const [state] = session ? await this.sessions.states(tx, [session], Date.parse(endedAt)) : [];
    for (const [index, { id }] of (state?.items ?? []).entries()) {
      const item = items[index];
      if (!item) throw new Error('Every item that was told is written.');
      for (const [personId, dots] of item.dots) await this.writes.setDots(tx, id, personId, dots);
      for (const actionId of item.actionIds) await this.writes.promise(tx, id, actionId);
      const { result: kind, note, secondsSpent } = item;
      await this.writes.end(tx, id, { kind, note, endedBy: facilitatorId, at: endedAt, secondsSpent });
    }
  }

  /** Ends the session; answers whom it concerned. */
  private async minutes(tx: Tx, id: string, told: HistoricSession, today: string): Promise<string[]> {
    const [session] = await this.sessions.byIds(tx, [id]);
    const [state] = session ? await this.sessions.states(tx, [session], Date.parse(told.endedAt)) : [];
    const chapter = await this.chapters.byId(tx, today, told.chapterId);
    if (!state || !chapter) throw new Error('What was just written is there.');
    const titles = await this.titles.of(tx, state.items);
    const teamIds = [...new Set([...titles.values()].flatMap((title) => title.teamIds))];
    const teams = await this.organization.teamsIn(tx, teamIds);
    const people = await this.organization.peopleIn(tx, [told.facilitatorId, ...told.participantIds], today);
    const promised = await this.actions.byIds(
      tx,
      state.items.flatMap((item) => item.promised_ids),
    );
    const minutes = triageMinutes({
      chapterName: chapter.name,
      facilitatorNames: [people.get(told.facilitatorId)?.name ?? ''],
      participantNames: state.participants.flatMap((one) => people.get(one.person_id)?.name ?? []),
      startedAt: new LocalMoments(told.timeZone).write(told.startedAt).slice(0, 16).replace('T', ' '),
      minutes: Math.round((Date.parse(told.endedAt) - Date.parse(told.startedAt)) / 60_000),
      items: state.items.map((item) => ({
        reason: item.reason,
        result: item.result ?? 'PARKED',
        note: item.note ?? '',
        key: titles.get(item.id)?.key ?? null,
        title: titles.get(item.id)?.title ?? '',
        dots: dotsOn(item),
        secondsSpent: item.seconds_spent,
        actions: item.promised_ids.flatMap((actionId) => promised.get(actionId) ?? []),
      })),
      teamNames: [...teams.values()].map(({ name }) => name).toSorted((one, other) => one.localeCompare(other)),
    });
    await this.writes.update(tx, id, { state: 'ENDED', ended_at: told.endedAt, minutes }, true);
    return teamIds;
  }
}

function happened(
  name: ChapterEvent,
  subjectType: string,
  subjectId: string,
  subjectVersion: number,
  at: string,
  actorId: string,
  chapterId: string,
): NewEvent {
  return { name, subjectType, subjectId, subjectVersion, at, actorId, payload: { changes: [], chapterId } };
}
