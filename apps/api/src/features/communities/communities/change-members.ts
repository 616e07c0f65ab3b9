import { refuseCommunity } from '@chapterhouse/domain/communities/community-refusals';
import type { CommunityEvent } from '@chapterhouse/domain/communities/community-events';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { OrganizationReferences } from '../../organization/public.js';
import type { CallOfCommunity } from './change-community.js';
import type { Community } from './communities.graphql.js';
import { CommunitiesService } from './communities.service.js';
import { permit, refuseClosed } from './community-permission.js';
import type { CommunityRow } from './community-row.js';
import { CommunityTransaction, type OpenedCall } from './community-transaction.js';
import { MembersRepository } from './members.repository.js';

/** Joining, leaving, and who facilitates. The community is held: two at once cannot leave it without a facilitator. */
@Injectable()
export class ChangeMembers {
  constructor(
    @Inject(CommunityTransaction) private readonly frame: CommunityTransaction,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(CommunitiesService) private readonly service: CommunitiesService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** Who is a member stays one. @throws NOT_FOUND, COMMUNITY_CLOSED */
  join(call: CallOfCommunity): Promise<Community> {
    return this.change(call, 'community:join', async (opened, row) => {
      const { personId, today: since } = call.viewer;
      refuseClosed(row);
      if (row.is_member) return;
      permit(call.viewer, 'community:join', row);
      await this.members.join(opened.tx, row.id, { personId, facilitator: false, since });
      await record(opened, row, 'community.joined', personId);
    });
  }

  /** Who is no member stays none. @throws NOT_FOUND, LAST_FACILITATOR */
  leave(call: CallOfCommunity): Promise<Community> {
    return this.change(call, 'community:leave', async (opened, row) => {
      const { personId } = call.viewer;
      if (!row.is_member) return;
      permit(call.viewer, 'community:leave', row);
      refuseLast(row, personId);
      await this.members.leave(opened.tx, row.id, personId);
      await record(opened, row, 'community.left', personId);
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, NOT_A_MEMBER, LAST_FACILITATOR */
  setFacilitator(call: CallOfCommunity, personId: string, facilitator: boolean): Promise<Community> {
    return this.change(call, 'community:set-facilitator', async (opened, row) => {
      permit(call.viewer, 'community:set-facilitator', row);
      refuseClosed(row);
      const people = await this.organization.peopleIn(opened.tx, [personId], call.viewer.today);
      const person = people.get(personId);
      if (!person) throw refusePlatform('NOT_FOUND', {});
      const member = await this.members.one(opened.tx, row.id, personId);
      if (!member) throw refuseCommunity('NOT_A_MEMBER', {});
      if (member.facilitator === facilitator) return;
      if (!facilitator) refuseLast(row, personId);
      await this.members.setFacilitator(opened.tx, row.id, personId, facilitator);
      const event = facilitator ? 'community.facilitator-named' : 'community.facilitator-relieved';
      await record(opened, row, event, personId, person.name);
    });
  }

  private change(
    call: CallOfCommunity,
    action: string,
    step: (opened: OpenedCall, row: CommunityRow) => Promise<void>,
  ): Promise<Community> {
    return this.frame.run(
      call,
      action,
      async (opened) => {
        await step(opened, await this.frame.hold(opened, call.id));
        return call.id;
      },
      (tx, id) => this.service.one(tx, call.viewer, id),
    );
  }
}

/** Of a closed one anybody may go. @throws LAST_FACILITATOR */
function refuseLast(row: CommunityRow, personId: string): void {
  const others = row.facilitator_ids.filter((id) => id !== personId);
  const isLast = row.facilitator_ids.includes(personId) && others.length === 0;
  if (isLast && row.closed_at === null) throw refuseCommunity('LAST_FACILITATOR', {});
}

/** Who belongs to it leaves its own fields, and so its version, alone. */
function record(
  opened: OpenedCall,
  { id, version }: CommunityRow,
  event: CommunityEvent,
  personId: string,
  name: string | null = null,
): Promise<void> {
  const relieved = event === 'community.facilitator-relieved';
  const changes =
    name === null ? [] : [{ field: 'facilitator', from: relieved ? name : null, to: relieved ? null : name }];
  return opened.record({ event, of: 'Community', id, version, communityId: id, personId, told: [personId], changes });
}
