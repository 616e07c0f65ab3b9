import { useApolloClient } from '@apollo/client/react';
import { SEARCH } from '../../../platform/commands/search.operations';
import { mentionOf } from '../../../platform/markdown/mention';
import { PEOPLE_TO_MENTION } from '../../../platform/markdown/people-to-mention.operations';
import { personOption } from '../../../platform/markdown/person-option';
import { type LinkedPages, linksTo } from './link-offers';
import type { Offers } from './offers';

/** Whom and what a page may name: written by id or key, so that it stays right when names and titles change. */
export function useOffers(linked: LinkedPages): Offers {
  const client = useApolloClient();
  return {
    people: async (words) => {
      const { data } = await client.query({ query: PEOPLE_TO_MENTION, variables: { search: words } });
      return (data?.people.edges ?? []).map(({ node }) => {
        const { label, detail } = personOption(node);
        return { label, detail, markdown: mentionOf(node) };
      });
    },
    things: async (words) => {
      const { data } = await client.query({ query: SEARCH, variables: { text: words } });
      const hits = (data?.search ?? []).filter(({ kind }) => kind !== 'PERSON');
      return linksTo(linked, hits, words);
    },
  };
}
