import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ implements: () => [Node] })
export class Absence implements Node {
  @Field(() => ID) id: string;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => String) note: string;
  @Field(() => Int) version: number;
  /** The global id of the person who is away. */
  personId: string;
}

export interface AbsenceRow {
  id: string;
  person_id: string;
  starts_on: string;
  ends_before: string;
  note: string;
  version: number;
}

export function absenceObject(row: AbsenceRow): Absence {
  return {
    id: globalId('Absence', row.id),
    startsOn: row.starts_on,
    endsBefore: row.ends_before,
    note: row.note,
    version: row.version,
    personId: globalId('Person', row.person_id),
  };
}
