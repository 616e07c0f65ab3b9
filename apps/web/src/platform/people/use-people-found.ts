import { useQuery } from '@apollo/client/react';
import { useSettled } from '../page/use-settled';
import { PEOPLE_FOUND } from './people.operations';

export type NamedPerson = { id: string; name: string };
export type FoundPerson = NamedPerson & { detail: string | undefined };

/** Who is found by what somebody types, without those who have left; while it is asked, those found before. */
export function usePeopleFound(typed: string): { found: FoundPerson[]; loading: boolean } {
  const search = useSettled(typed.trim());
  const { data, previousData, loading } = useQuery(PEOPLE_FOUND, { variables: { search: search || null } });
  const found = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ deactivatedAt }) => (deactivatedAt ?? null) === null)
    .map(({ id, name, email }) => ({ id, name, detail: email ?? undefined }));
  return { found, loading: loading || search !== typed.trim() };
}
