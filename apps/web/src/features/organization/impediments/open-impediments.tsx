import { useQuery } from '@apollo/client/react';
import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import type { ImpedimentFilter } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { ImpedimentLine } from './impediment-line';
import { IMPEDIMENTS_OF } from './impediments-of.operations';
import './open-impediments.css';

export type OpenImpedimentsProps = {
  /** Whose: of a team, of an owner. */
  filter: Pick<ImpedimentFilter, 'teamId' | 'ownerId'>;
  /** When there are none. */
  none: string;
};

/** What is open, oldest first, each with a link to its own place. */
export function OpenImpediments({ filter, none }: OpenImpedimentsProps) {
  const { data, error, refetch } = useQuery(IMPEDIMENTS_OF, {
    variables: { filter: { ...filter, states: [...OPEN_STATES] } },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) {
    if (!error) return <Skeleton lines={3} label="Loading impediments" />;
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={
          <Button size="sm" onClick={() => void refetch().catch(() => {})}>
            Try again
          </Button>
        }
      />
    );
  }
  const { edges, totalCount } = data.impediments;
  if (edges.length === 0) return <p className="part__none">{none}</p>;
  const oldestFirst = edges.map(({ node }) => node).sort((one, other) => (one.raisedAt < other.raisedAt ? -1 : 1));
  return (
    <>
      <ul className="open-impediments">
        {oldestFirst.map((impediment) => (
          <ImpedimentLine key={impediment.id} impediment={impediment} />
        ))}
      </ul>
      {totalCount > edges.length && <p className="part__none">And {totalCount - edges.length} more on the board.</p>}
    </>
  );
}
