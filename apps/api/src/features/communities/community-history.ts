import type { CommunityEvent } from '@chapterhouse/domain/communities/community-events';
import type { IdeaState } from '@chapterhouse/domain/communities/idea-state';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../platform/events/event-log.js';
import { CommunitiesRepository } from './communities/communities.repository.js';
import { MembersRepository } from './communities/members.repository.js';
import { DiscussionsRepository } from './discussions/discussions.repository.js';
import { RepliesRepository } from './discussions/replies.repository.js';
import { type IdeaColumns, IdeasRepository } from './ideas/ideas.repository.js';

interface Said {
  body: string;
  byId: string;
  at: string;
}

/** Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface HistoricCommunity {
  name: string;
  purpose: string;
  topics: string[];
  foundedAt: string;
  /** The first one founded it and facilitates it. */
  memberIds: readonly string[];
  discussions: readonly (Said & { title: string; replies: readonly Said[] })[];
  ideas: readonly HistoricIdea[];
}

export interface HistoricIdea {
  title: string;
  words: string;
  byId: string;
  at: string;
  voterIds: readonly string[];
  comments: readonly Said[];
  state: IdeaState;
  trial?: { teamId: string; until: string; result: string | null };
  dropReason?: string;
  /** What it became. */
  artifactId?: string;
}

/** Tells of communities as they came about: for the demo. Every row agrees with its events. */
@Injectable()
export class CommunityHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(CommunitiesRepository) private readonly communities: CommunitiesRepository,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(DiscussionsRepository) private readonly discussions: DiscussionsRepository,
    @Inject(RepliesRepository) private readonly replies: RepliesRepository,
    @Inject(IdeasRepository) private readonly ideas: IdeasRepository,
  ) {}

  /** @returns the id */
  async community(tx: Tx, told: HistoricCommunity): Promise<string> {
    const id = newId();
    const [foundedBy = ''] = told.memberIds;
    const { name, purpose, topics, foundedAt: at } = told;
    await this.communities.insert(tx, { id, name, purpose, topics, foundedBy, at });
    const events = [happened('community.founded', 'Community', id, 1, { at, byId: foundedBy }, id)];
    for (const personId of new Set(told.memberIds)) {
      await this.members.join(tx, id, { personId, facilitator: personId === foundedBy, since: at.slice(0, 10) });
      if (personId !== foundedBy)
        events.push(happened('community.joined', 'Community', id, 1, { at, byId: personId }, id));
    }
    for (const discussion of told.discussions) events.push(...(await this.discussion(tx, id, discussion)));
    for (const idea of told.ideas) events.push(...(await this.had(tx, id, idea)));
    await this.events.append(tx, ...events);
    return id;
  }

  /** One more, of a community that is there: it may have become what the community published. */
  async idea(tx: Tx, communityId: string, told: HistoricIdea): Promise<void> {
    await this.events.append(tx, ...(await this.had(tx, communityId, told)));
  }

  private async discussion(
    tx: Tx,
    communityId: string,
    { title, body, byId, at, replies }: HistoricCommunity['discussions'][number],
  ): Promise<NewEvent[]> {
    const id = newId();
    await this.discussions.insert(tx, { id, communityId, title, body, byId, at });
    const events = [happened('discussion.started', 'Discussion', id, 1, { at, byId }, communityId)];
    for (const reply of replies) {
      await this.replies.insert(tx, { ...reply, id: newId(), discussionId: id, ideaId: null });
      await this.discussions.touch(tx, id, reply.at);
      events.push(happened('discussion.replied', 'Discussion', id, 1, reply, communityId, [byId]));
    }
    return events;
  }

  private async had(tx: Tx, communityId: string, told: HistoricIdea): Promise<NewEvent[]> {
    const { title, words, byId, at, voterIds, comments, state } = told;
    const id = newId();
    await this.ideas.insert(tx, { id, communityId, title, words, byId, at });
    for (const personId of new Set(voterIds)) await this.ideas.vote(tx, id, { personId, at, vote: true });
    const events = [happened('idea.added', 'Idea', id, 1, { at, byId }, communityId)];
    for (const comment of comments) {
      await this.replies.insert(tx, { ...comment, id: newId(), discussionId: null, ideaId: id });
      events.push(happened('idea.commented', 'Idea', id, 1, comment, communityId, [byId]));
    }
    if (state !== 'IDEA') {
      await this.ideas.update(tx, id, columnsOf(told));
      events.push(happened(LEADS_TO[state], 'Idea', id, 2, comments.at(-1) ?? { at, byId }, communityId, [byId]));
    }
    return events;
  }
}

/** Adopted ones are told where what they became is. */
const LEADS_TO: Record<Exclude<IdeaState, 'IDEA'>, CommunityEvent> = {
  DISCUSSED: 'idea.trial-ended',
  ON_TRIAL: 'idea.trial-started',
  ADOPTED: 'idea.adopted',
  DROPPED: 'idea.dropped',
};

function columnsOf({ state, trial, dropReason, artifactId }: HistoricIdea): Partial<IdeaColumns> {
  const tried = trial && { trial_team_id: trial.teamId, trial_until: trial.until, result: trial.result };
  const became = artifactId !== undefined && { artifact_id: artifactId };
  return { state, ...tried, ...became, ...(dropReason !== undefined && { drop_reason: dropReason }) };
}

function happened(
  name: CommunityEvent,
  subjectType: string,
  subjectId: string,
  subjectVersion: number,
  { at, byId, body }: { at: string; byId: string; body?: string },
  communityId: string,
  told: readonly string[] = [],
): NewEvent {
  const payload = { changes: [], communityId, told, ...(body !== undefined && { note: body.slice(0, 280) }) };
  return { name, subjectType, subjectId, subjectVersion, at, actorId: byId, payload };
}
