import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType({
  description: 'Anything with an id that can be fetched again.',
  resolveType: (value: { id: string }) => value.id.split('_', 1)[0],
})
export abstract class Node {
  @Field(() => ID)
  id: string;
}
