import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import type { UndoRow } from './impediment-undos.repository.js';
import { Impediment } from './impediments.graphql.js';

@ObjectType()
export class UndoOffer {
  @Field(() => ID) id: string;
  @Field(() => DateTimeScalar, {
    description: 'Ten seconds after the change; the server allows a few more for the way.',
  })
  until: string;
  @Field(() => String, {
    description: 'What was done, for people: Started IMP-4. / Assigned 12 impediments.',
  })
  label: string;
}

export function undoOffer(row: UndoRow): UndoOffer {
  return { id: globalId('UndoOffer', row.id), until: row.until, label: row.label };
}

@ObjectType({ description: 'One that a bulk change or an undo left as it was, and why.' })
export class LeftImpediment {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => String) code: string;
  @Field(() => String) reason: string;
}

@ObjectType()
export class UndoOutcome {
  @Field(() => [Impediment]) undone: Impediment[];
  @Field(() => [LeftImpediment]) left: LeftImpediment[];
}

@ObjectType()
export class BulkOutcome {
  @Field(() => [Impediment]) changed: Impediment[];
  @Field(() => [LeftImpediment]) left: LeftImpediment[];
  @Field(() => UndoOffer, { nullable: true }) undo: UndoOffer | null;
}

@InputType()
export class ImpedimentVersionInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

/** Of a change of many: each with the version that the person saw. */
@ArgsType()
export class BulkArguments {
  @Field(() => [ImpedimentVersionInput]) items: ImpedimentVersionInput[];
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
