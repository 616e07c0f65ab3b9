import { useQuery } from '@apollo/client/react';
import { ITEM_PERSON } from '../item-fields/item-fields.operations';

/** What somebody is called; null while it is not known. */
export function useItemPersonName(id: string | null): string | null {
  const { data } = useQuery(ITEM_PERSON, { variables: { id: id ?? '' }, skip: id === null || id === 'none' });
  return data?.node?.__typename === 'Person' ? data.node.name : null;
}
