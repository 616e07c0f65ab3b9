import {
  type CommunityInput,
  communityProblems,
  reasonProblems,
  tidyTopics,
} from '@chapterhouse/domain/communities/community-fields';
import { canOnCommunity } from '@chapterhouse/domain/communities/community-policy';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import { newId } from '../../../platform/database/new-id.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { CloseReviews } from '../reviews/close-reviews.js';
import { type Community, communityOf } from './communities.graphql.js';
import { type CommunityColumns, CommunitiesRepository } from './communities.repository.js';
import { CommunitiesService } from './communities.service.js';
import { permit, refuseClosed, refuseField, refuseProblems } from './community-permission.js';
import type { CommunityRow } from './community-row.js';
import { type CommunityCall, CommunityTransaction } from './community-transaction.js';
import { MembersRepository } from './members.repository.js';

/** A call about a community that is there; ids are the database's. */
export interface CallOfCommunity extends CommunityCall {
  id: string;
  version?: number;
}

/** Founding a community, saying what it is for, closing it. */
@Injectable()
export class ChangeCommunity {
  constructor(
    @Inject(CommunityTransaction) private readonly frame: CommunityTransaction,
    @Inject(CommunitiesRepository) private readonly communities: CommunitiesRepository,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(CommunitiesService) private readonly service: CommunitiesService,
    @Inject(CloseReviews) private readonly reviews: CloseReviews,
  ) {}

  /** Whoever founds it is its first member and facilitates it. @throws INVALID_INPUT */
  found(call: CommunityCall, given: CommunityColumns): Promise<Community> {
    const { viewer } = call;
    return this.named(() =>
      this.frame.run(
        call,
        'community:found',
        async ({ tx, at, record }) => {
          permitFounding(call);
          const id = newId();
          const columns = checked(given);
          await this.communities.insert(tx, { ...columns, id, foundedBy: viewer.personId, at });
          await this.members.join(tx, id, { personId: viewer.personId, facilitator: true, since: viewer.today });
          const changes = changesOf(null, columns);
          await record({ event: 'community.founded', of: 'Community', id, version: 1, communityId: id, changes });
          return id;
        },
        (tx, id) => this.service.one(tx, viewer, id),
      ),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, CONFLICT, INVALID_INPUT */
  edit(call: CallOfCommunity, given: Partial<CommunityColumns>): Promise<Community> {
    return this.named(() =>
      this.frame.run(
        call,
        'community:edit',
        async (opened) => {
          const row = await this.frame.hold(opened, call.id);
          permit(call.viewer, 'community:edit', row);
          refuseClosed(row);
          refuseStale(call, row);
          const columns = checked(given);
          const changes = changesOf(row, columns);
          if (changes.length === 0) return row.id;
          const version = await this.communities.update(opened.tx, row.id, columns);
          await opened.record({ event: 'community.edited', ...ofCommunity(row, version), changes });
          return row.id;
        },
        (tx, id) => this.service.one(tx, call.viewer, id),
      ),
    );
  }

  /** Nothing of it changes from then on; everything stays to be read. @throws as `edit` */
  close(call: CallOfCommunity, reason: string): Promise<Community> {
    return this.frame.run(
      call,
      'community:close',
      async (opened) => {
        const row = await this.frame.hold(opened, call.id);
        permit(call.viewer, 'community:close', row);
        refuseClosed(row);
        refuseStale(call, row);
        refuseProblems(reasonProblems(reason));
        const version = await this.communities.close(opened.tx, row.id, { at: opened.at, reason });
        await this.reviews.ofCommunity(opened.tx, row.id, opened.at);
        const changes = [{ field: 'closedAt', from: null, to: opened.at }];
        const told = await this.members.idsOf(opened.tx, row.id);
        await opened.record({ event: 'community.closed', ...ofCommunity(row, version), changes, note: reason, told });
        return row.id;
      },
      (tx, id) => this.service.one(tx, call.viewer, id),
    );
  }

  /** One that is open stays as it is. @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT where the name is taken by now */
  reopen(call: CallOfCommunity): Promise<Community> {
    return this.named(() =>
      this.frame.run(
        call,
        'community:reopen',
        async (opened) => {
          const row = await this.frame.hold(opened, call.id);
          permit(call.viewer, 'community:reopen', row);
          if (row.closed_at === null) return row.id;
          refuseStale(call, row);
          const version = await this.communities.close(opened.tx, row.id, null);
          const changes = [{ field: 'closedAt', from: row.closed_at, to: null }];
          await opened.record({ event: 'community.reopened', ...ofCommunity(row, version), changes });
          return row.id;
        },
        (tx, id) => this.service.one(tx, call.viewer, id),
      ),
    );
  }

  private async named(work: () => Promise<Community>): Promise<Community> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) !== 'communities_one_name') throw error;
      return refuseField('name', 'There is a community of this name; join it, or choose another name.');
    }
  }
}

/** @throws CONFLICT with the community as it is now */
export function refuseStale({ version }: Pick<CallOfCommunity, 'version'>, row: CommunityRow): void {
  if (version === undefined || version === row.version) return;
  const { row: _, ...current } = communityOf(row);
  throw refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

function permitFounding({ viewer }: CommunityCall): void {
  const nobodys = { isMember: false, isFacilitator: false, isFacilitated: false };
  const verdict = canOnCommunity(viewer.actor, 'community:found', nobodys);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'community:found', reason: verdict.reason });
}

/** @throws INVALID_INPUT */
function checked<T extends CommunityInput>(given: T): T {
  const { topics } = given;
  const tidy = topics ? { ...given, topics: tidyTopics(topics) } : given;
  refuseProblems(communityProblems(tidy));
  return tidy;
}

function ofCommunity(
  { id }: CommunityRow,
  version: number,
): { of: 'Community'; id: string; version: number; communityId: string } {
  return { of: 'Community', id, version, communityId: id };
}

function changesOf(before: CommunityColumns | null, after: Partial<CommunityColumns>): FieldChange[] {
  const words = ({ name, purpose, topics }: Partial<CommunityColumns>): Partial<Record<string, string>> => ({
    ...(name !== undefined && { name }),
    ...(purpose !== undefined && { purpose }),
    ...(topics !== undefined && { topics: topics.join(', ') }),
  });
  const earlier = before ? words(before) : {};
  return Object.entries(words(after)).flatMap(([field, to = '']) => {
    const from = earlier[field] ?? '';
    return from === to ? [] : [{ field, from: excerpt(from), to: excerpt(to) }];
  });
}
