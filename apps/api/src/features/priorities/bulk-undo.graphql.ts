import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

/** An offer to take a change back: of many items, or of a move. */
@ObjectType()
export class BulkUndo {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'What was done, for people: Moved B-4. / Edited 12 items.' }) label: string;
  @Field(() => DateTimeScalar, { description: 'Shown 10 s, taken 5 more.' }) until: string;
}
