import { Field, ObjectType } from '@nestjs/graphql';
import { BulkUndo } from '../bulk-undo.graphql.js';
import { BacklogItem } from '../items/items.graphql.js';

@ObjectType()
export class SkippedItem {
  @Field(() => BacklogItem) item: BacklogItem;
  @Field(() => String) why: string;
}

@ObjectType()
export class BulkItemResult {
  @Field(() => [BacklogItem]) items: BacklogItem[];
  @Field(() => [SkippedItem], { description: 'Left as they were, each with why.' }) skipped: SkippedItem[];
  @Field(() => BulkUndo, { nullable: true }) undo: BulkUndo | null;
}
