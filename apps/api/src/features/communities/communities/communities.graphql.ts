import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Person } from '../../organization/public.js';
import type { CommunityRow } from './community-row.js';

@ObjectType({
  implements: () => [Node],
  description: 'A community of practice: voluntary, anybody joins and leaves.',
})
export class Community implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Markdown: the practice and what it is for.' }) purpose: string;
  @Field(() => [String], { description: 'For the directory: testing, onboarding.' }) topics: string[];
  @Field(() => Int) memberCount: number;
  @Field(() => Boolean) viewerIsMember: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: active.' }) closedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is closed; null while it is active.' })
  closeReason: string | null;
  @Field(() => Int) version: number;
  @Field(() => DateTimeScalar) createdAt: string;
  /** Not in the schema: what its other fields are loaded by. */
  row: CommunityRow;
}

@ObjectType()
export class CommunityMember {
  @Field(() => Person) person: Person;
  @Field(() => Boolean) facilitator: boolean;
  @Field(() => DateScalar) since: string;
}

export const CommunityConnection = connectionOf(Community, 'Community');
export const CommunityMemberConnection = connectionOf(CommunityMember, 'CommunityMember');

@InputType()
export class CommunityChanges {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => [String], { nullable: true }) topics?: string[] | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function communityOf(row: CommunityRow): Community {
  return {
    id: globalId('Community', row.id),
    name: row.name,
    purpose: row.purpose,
    topics: row.topics,
    memberCount: row.member_count,
    viewerIsMember: row.is_member,
    closedAt: row.closed_at,
    closeReason: row.closed_at === null ? null : row.close_reason,
    version: row.version,
    createdAt: row.created_at,
    row,
  };
}
