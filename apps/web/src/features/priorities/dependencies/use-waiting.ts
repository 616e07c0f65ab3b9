import type { DependencyFactsFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';

const or = new Intl.ListFormat('en', { type: 'disjunction' });
/** Names beyond these are counted. */
const SHOWN = 3;

/** Whose turn it is. @returns `who` null: nobody's, or of nobody who is there */
export function useWaiting({ waitsFor }: Pick<DependencyFactsFragment, 'waitsFor'>): {
  mine: boolean;
  who: string | null;
} {
  const { person } = useViewer();
  const names = waitsFor.map(({ name }) => name);
  const more = names.length - SHOWN;
  const shown = more > 1 ? [...names.slice(0, SHOWN), `${more} more`] : names;
  return {
    mine: waitsFor.some(({ id }) => id === person.id),
    who: names.length === 0 ? null : or.format(shown),
  };
}
