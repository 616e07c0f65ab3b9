import { useQuery } from '@apollo/client/react';
import { NAMED_THING } from '../decisions.operations';

/** What the thing of this id is called; null while it is not known, or there is none. */
export function useThingName(id: string): string | null {
  const { data } = useQuery(NAMED_THING, { variables: { id }, skip: id === '' });
  const node = data?.node;
  if (!node) return null;
  if (node.__typename === 'Impediment') return `${node.key} ${node.title}`;
  return 'name' in node ? node.name : null;
}
