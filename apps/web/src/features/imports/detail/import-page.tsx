import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Link, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { IMPORT } from '../imports.operations';
import { ImportDetails } from './import-details';

/** `/imports/:id`: one import from its files to what came of them; left and come back to at any point. */
export function ImportPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(IMPORT, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const again = async () => {
    await refetch().catch(() => {});
  };
  if (data) return <ImportDetails key={id} shown={data.import} onReload={again} />;
  return (
    <Page title="Import">
      {error ? (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <>
              <Button onClick={() => void again()}>Try again</Button>
              <Link className={buttonLook()} to="/imports">
                All imports
              </Link>
            </>
          }
        />
      ) : (
        <Skeleton shape="card" lines={5} label="Loading the import" />
      )}
    </Page>
  );
}
