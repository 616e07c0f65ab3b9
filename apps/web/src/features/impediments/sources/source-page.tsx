import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Navigate, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useLiveImpediments } from '../live-board/use-live-impediments';
import { SourceDetails } from './source-details';
import { SOURCE_PAGE } from './source-pages.operations';

/** Impediments at a time. */
export const PAGE = 20;

/** `/sources/:id`: what waiting for it costs, and whom to talk to. The address of an alias leads to what it went up in. */
export function SourcePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(SOURCE_PAGE, {
    variables: { id, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  useLiveImpediments(data !== undefined, refetch);
  if (data && data.source.id !== id) return <Navigate to={`/sources/${data.source.id}`} replace />;
  if (data) return <SourceDetails key={id} source={data.source} />;
  return (
    <Page title="Source">
      {error ? (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      ) : (
        <Skeleton shape="card" lines={8} label="Loading the source" />
      )}
    </Page>
  );
}
