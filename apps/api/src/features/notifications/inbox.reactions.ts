import { settledInCommunity, type Settlement } from '@chapterhouse/domain/notifications/artifact-inbox-rules';
import { inboxExcerpt } from '@chapterhouse/domain/notifications/inbox-excerpt';
import { COMMUNITY_EVENTS, toldOfCommunity } from '@chapterhouse/domain/notifications/community-inbox-rules';
import { TOLD_DECISION_EVENTS, toldOfDecision } from '@chapterhouse/domain/notifications/decision-inbox-rules';
import {
  ASKING_DEPENDENCY_REASONS,
  SETTLING_DEPENDENCY_EVENTS,
  TOLD_DEPENDENCY_EVENTS,
  toldOfDependency,
} from '@chapterhouse/domain/notifications/dependency-inbox-rules';
import {
  ASKING_ACTION_REASONS,
  SETTLING_ACTION_EVENTS,
  TOLD_MEETING_EVENTS,
} from '@chapterhouse/domain/notifications/meeting-inbox-rules';
import { REASONS_OF_EVENT, type Told, toldOf, toldTeamIds } from '@chapterhouse/domain/notifications/inbox-rules';
import { UNDOABLE_EVENTS, undoneEvent } from '@chapterhouse/domain/notifications/undone-event';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { EventPayload, StoredEvent } from '../../platform/events/event-reader.js';
import { Reactions } from '../../platform/events/reactions.js';
import { DecisionAudienceRead } from '../decisions/public.js';
import { ImpedimentAudienceRead } from '../impediments/public.js';
import { ReachablePeopleRead } from '../organization/public.js';
import { InboxNews } from './inbox-news.js';
import { InboxWrites, type TouchedEntry } from './inbox-writes.js';
import { isOfMeetings, MeetingToldRead } from './meeting-told.read.js';

const UNDONE = 'impediment.undone';
const COMMENT_REMOVED = 'impediment.comment-removed';
const COMMENT_EDITED = 'impediment.comment-edited';

/** The events that somebody is told of. */
export const TOLD_EVENTS: readonly string[] = [
  ...Object.keys(REASONS_OF_EVENT),
  ...TOLD_DECISION_EVENTS,
  ...TOLD_DEPENDENCY_EVENTS,
  ...TOLD_MEETING_EVENTS,
  ...COMMUNITY_EVENTS,
];

/** Fills inboxes from what happens to impediments, decisions, dependencies and meetings, and in communities. */
@Injectable()
export class InboxReactions implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(ImpedimentAudienceRead) private readonly audiences: ImpedimentAudienceRead,
    @Inject(DecisionAudienceRead) private readonly decisions: DecisionAudienceRead,
    @Inject(MeetingToldRead) private readonly meetings: MeetingToldRead,
    @Inject(ReachablePeopleRead) private readonly people: ReachablePeopleRead,
    @Inject(InboxWrites) private readonly writes: InboxWrites,
    @Inject(InboxNews) private readonly news: InboxNews,
  ) {}

  onModuleInit(): void {
    this.reactions.register<TouchedEntry[]>({
      name: 'notifications.inbox',
      events: [...new Set([...TOLD_EVENTS, ...SETTLING_ACTION_EVENTS, UNDONE, COMMENT_REMOVED])],
      react: (tx, event) => this.react(tx, event),
      conclude: async (tx, effects) => {
        const touched = effects.flat();
        if (touched.length === 0) return;
        const people = [...new Set(touched.map(({ personId }) => personId))];
        await this.news.tell(tx, 'inbox.filled', { people, entries: [...new Set(touched.map(({ id }) => id))] });
      },
    });
  }

  private async react(tx: Tx, event: StoredEvent): Promise<TouchedEntry[]> {
    const { commentId } = event.payload;
    if (event.name === UNDONE) return this.undo(tx, event);
    if (event.name === COMMENT_REMOVED || event.name === COMMENT_EDITED) {
      const excerpt = event.name === COMMENT_REMOVED ? '' : inboxExcerpt(event.payload);
      if (commentId !== undefined) await this.writes.reword(tx, event.subjectId, commentId, excerpt);
    }
    return this.tell(tx, event, occasionOf(event));
  }

  /** Whoever has not read of the change never will; whoever has is told that it was undone. */
  private async undo(tx: Tx, event: StoredEvent): Promise<TouchedEntry[]> {
    const own = await tx.query<{ id: number; payload: EventPayload }>(OWN_CHANGES, [
      tx.organizationId,
      event.subjectId,
      event.cursor.id.toString(),
      event.actorId,
      UNDOABLE_EVENTS,
    ]);
    const undone = undoneEvent(event.payload, own);
    if (!undone) return [];
    const { unread, readBy } = await this.writes.takeBack(tx, undone.id);
    const news = { event, occasion: occasionOf(event), excerpt: inboxExcerpt(event.payload) };
    return [...unread, ...(await this.writes.tell(tx, news, readBy))];
  }

  /** What asked for it is read, and whom it concerns is told. @param occasion events of one name and one occasion are one message */
  async tell(tx: Tx, event: StoredEvent, occasion: string): Promise<TouchedEntry[]> {
    const settlement = settlementOf(event);
    const settled = settlement ? await this.writes.settle(tx, event, settlement) : [];
    const told = await this.toldOf(tx, event);
    const news = { event, occasion, excerpt: inboxExcerpt(event.payload) };
    return [...settled, ...(await this.writes.tell(tx, news, told))];
  }

  private async toldOf(tx: Tx, event: StoredEvent): Promise<Told[]> {
    const told = await this.toldAnyway(tx, event);
    const reachable = await this.people.among(
      tx,
      told.map(({ personId }) => personId),
    );
    return told.filter(({ personId }) => reachable.has(personId));
  }

  /** Whether a message would reach them or not. */
  private async toldAnyway(tx: Tx, event: StoredEvent): Promise<Told[]> {
    const { subjectType, name, actorId, payload } = event;
    if (COMMUNITY_EVENTS.includes(name))
      return toldOfCommunity({ name, actorId, told: namedIn(payload).told, mentions: payload.mentions ?? [] });
    if (isOfMeetings(event)) return this.meetings.of(tx, event, namedIn(payload));
    if (subjectType === 'Dependency') return toldOfDependency({ name, actorId, ...namedIn(payload) });
    return subjectType === 'Decision' ? this.ofDecision(tx, event) : this.ofImpediment(tx, event);
  }

  private async ofImpediment(tx: Tx, { subjectId, name, actorId, payload }: StoredEvent): Promise<Told[]> {
    const audience = await this.audiences.of(tx, subjectId);
    if (!audience) return [];
    const happened = { name, actorId, ...payload };
    const teamMemberIds = await this.people.membersOf(tx, toldTeamIds(happened, audience.affectedTeams));
    return toldOf(happened, { ...audience, teamMemberIds });
  }

  private async ofDecision(tx: Tx, { subjectId, name, actorId, payload }: StoredEvent): Promise<Told[]> {
    const audience = await this.decisions.of(tx, subjectId);
    return audience ? toldOfDecision({ name, actorId, ...namedIn(payload) }, audience) : [];
  }
}

/** Which entries asked for what the event does; null where it does nothing that is asked for. */
function settlementOf({ name, payload }: StoredEvent): Settlement | null {
  const dealtWith = { about: 'SUBJECT', ofActorOnly: false } as const;
  if (SETTLING_DEPENDENCY_EVENTS.includes(name)) return { ...dealtWith, reasons: ASKING_DEPENDENCY_REASONS };
  if (SETTLING_ACTION_EVENTS.includes(name)) return { ...dealtWith, reasons: ASKING_ACTION_REASONS };
  return settledInCommunity({ name, changes: payload.changes });
}

/** Whom the event itself names; earlier releases wrote less. */
function namedIn(payload: object): { asked: string[]; told: string[] } {
  return { asked: textsOf('asked' in payload && payload.asked), told: textsOf('told' in payload && payload.told) };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** What is one message: a transaction, so a bulk change is one and not five hundred. */
function occasionOf({ cursor }: StoredEvent): string {
  return cursor.xid.toString();
}

/** Somebody's own changes of the impediment before they undid one; an undo is possible for seconds only. */
const OWN_CHANGES = `
  select id, payload from events
   where organization_id = $1 and subject_id = $2 and id < $3::bigint and actor_person_id = $4 and name = any($5::text[])
     and at > now() - interval '1 hour'
   order by id desc limit 20`;
