import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useToday } from '../../../platform/dates/use-today';
import { OrganizationDialogs } from '../dialogs/organization-dialogs';
import { useLiveOrganization } from '../live-organization';
import { TeamDetails } from './team-details';
import { TEAM_PAGE } from './team.operations';

/** `/teams/:id` */
export function TeamPage() {
  const { id = '' } = useParams();
  const on = useToday();
  const { data, error, refetch } = useQuery(TEAM_PAGE, { variables: { id, on }, fetchPolicy: 'cache-and-network' });
  useLiveOrganization(data !== undefined, refetch);
  if (data) {
    return (
      <OrganizationDialogs key={id}>
        <TeamDetails team={data.team} />
      </OrganizationDialogs>
    );
  }
  return (
    <Page title="Team">
      {error ? (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      ) : (
        <Skeleton shape="card" lines={6} label="Loading the team" />
      )}
    </Page>
  );
}
