import { SAVED_VIEW_SCREENS, type SavedViewScreen } from '@chapterhouse/domain/impediments/saved-view-fields';
import type { SavedViewAction } from '@chapterhouse/domain/impediments/saved-view-policy';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../../platform/graphql/node.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { Person } from '../../organization/public.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const SavedViewScreenEnum = enumOf('SavedViewScreen', SAVED_VIEW_SCREENS);

@ObjectType({ implements: () => [Node] })
export class SavedView implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => SavedViewScreenEnum) screen: SavedViewScreen;
  @Field(() => String, {
    description: "The address's search part, without the question mark: area=Area_1&lanes=team",
  })
  search: string;
  @Field(() => Boolean) shared: boolean;
  @Field(() => Boolean) isDefault: boolean;
  @Field(() => Person) owner: Person;
  @Field(() => Int) version: number;
  @Field(() => [ActionScalar]) viewerCan: SavedViewAction[];
}

@InputType()
export class SaveViewInput {
  @Field(() => String) name: string;
  @Field(() => SavedViewScreenEnum) screen: SavedViewScreen;
  @Field(() => String) search: string;
  @Field(() => Boolean) shared: boolean;
}
