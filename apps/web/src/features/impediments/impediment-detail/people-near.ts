import type { ImpedimentDetailQuery } from '../../../generated/graphql';

type Somebody = { id: string; name: string };

/** Who has to do with it, for whoever answers: the latest to speak, its owner, who raised it. Not oneself. */
export function peopleNear(
  { comments, owner, raisedBy }: Pick<ImpedimentDetailQuery['impediment'], 'comments' | 'owner' | 'raisedBy'>,
  viewerId: string,
): Somebody[] {
  const people = [...comments.edges.map(({ node }) => node.author).toReversed(), ...(owner ? [owner] : []), raisedBy];
  const once = new Map(people.map((person) => [person.id, person]));
  once.delete(viewerId);
  return [...once.values()].slice(0, 5);
}
