import { useQuery } from '@apollo/client/react';
import { useSettled } from '../page/use-settled';
import { type ShownRefusal, shownRefusal } from '../refusals/shown-refusal';
import { fold } from './matching-commands';
import { type SearchHit, stillFits } from './search-hits';
import { SEARCH } from './search.operations';

/** Milliseconds without a key before the server is asked. */
const PAUSE = 150;
/** One letter finds everything and says nothing. */
const FEWEST_LETTERS = 2;

export type Search = {
  hits: readonly SearchHit[];
  /** The answer to these words is still to come. */
  waiting: boolean;
  problem: ShownRefusal | null;
  retry: () => void;
};

/** What the server finds for what is typed, once somebody pauses. */
export function useSearch(text: string): Search {
  const typed = text.trim();
  const settled = useSettled(typed, PAUSE);
  const asks = typed.length >= FEWEST_LETTERS;
  const { data, previousData, error, loading, refetch } = useQuery(SEARCH, {
    variables: { text: settled },
    skip: !asks || settled.length < FEWEST_LETTERS,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const retry = () => void refetch().catch(() => {}); // What happened is said below.
  if (!asks) return { hits: [], waiting: false, problem: null, retry };
  const waiting = settled !== typed || loading;
  if (error && !waiting) return { hits: [], waiting, problem: shownRefusal(error), retry };
  const found = (data ?? previousData)?.search ?? [];
  const words = fold(typed);
  // Nobody opens by Enter what was found for other words.
  const hits = waiting ? found.filter((hit) => stillFits(hit, words)) : found;
  return { hits, waiting, problem: null, retry };
}
