import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { OrganizationDialogs } from '../dialogs/organization-dialogs';
import { useLiveOrganization } from '../live-organization';
import { PersonDetails } from './person-details';
import { PERSON_PAGE } from './people.operations';

/** `/people/:id` */
export function PersonPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(PERSON_PAGE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useLiveOrganization(data !== undefined, refetch);
  if (data) {
    return (
      <OrganizationDialogs key={id}>
        <PersonDetails person={data.person} />
      </OrganizationDialogs>
    );
  }
  return (
    <Page title="Person">
      {error ? (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      ) : (
        <Skeleton shape="card" lines={6} label="Loading the person" />
      )}
    </Page>
  );
}
