import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { InvitationRow } from './invitation.repository.js';
import { Person } from './person.graphql.js';

export enum InvitationState {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(InvitationState, { name: 'InvitationState' });

@ObjectType({ implements: () => [Node], description: 'A link that lets one person choose a password.' })
export class Invitation implements Node {
  @Field(() => ID) id: string;
  @Field(() => Person) person: Person;
  @Field(() => String) email: string;
  @Field(() => InvitationState) state: InvitationState;
  @Field(() => DateTimeScalar) expiresAt: string;
  @Field(() => Int) version: number;
}

/** An invitation without its person, who is resolved by id. */
export type InvitationObject = Omit<Invitation, 'person'> & { personId: string };

export function invitationObject(row: InvitationRow): InvitationObject {
  return {
    id: globalId('Invitation', row.id),
    personId: row.person_id,
    email: row.email,
    state: stateOf(row),
    expiresAt: row.expires_at,
    version: row.version,
  };
}

function stateOf(row: InvitationRow): InvitationState {
  if (row.accepted_at) return InvitationState.ACCEPTED;
  if (row.revoked_at) return InvitationState.REVOKED;
  return row.expired ? InvitationState.EXPIRED : InvitationState.OPEN;
}

@ObjectType()
export class InvitationSent {
  @Field(() => Invitation) invitation: Invitation;
  @Field(() => String, { description: 'The whole address with its secret; shown once.' }) link: string;
}

@ObjectType()
export class InvitationPreview {
  @Field(() => String) organizationName: string;
  @Field(() => String) personName: string;
  @Field(() => String) email: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String) token: string;
  @Field(() => String) email: string;
  @Field(() => String) password: string;
}
