import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ implements: () => [Node] })
export class Person implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  /** As stored; the resolver shows it to the person and to those who may edit them, and to nobody else. */
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => Boolean) hasAccount: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) deactivatedAt: string | null;
  @Field(() => Boolean) absentToday: boolean;
  @Field(() => Int) version: number;
}

/** Columns of `people`, and whether they have an open account and are away today. */
export interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  has_account: boolean;
  deactivated_at: string | null;
  absent_today: boolean;
  version: number;
}

export function personObject(row: PersonRow): Person {
  return {
    id: globalId('Person', row.id),
    name: row.name,
    email: row.email,
    hasAccount: row.has_account,
    deactivatedAt: row.deactivated_at,
    absentToday: row.absent_today,
    version: row.version,
  };
}

export const PersonConnection = connectionOf(Person, 'Person');
