import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useChosenDay } from '../dates/use-chosen-day';
import { OrganizationDialogs } from '../dialogs/organization-dialogs';
import { useLiveOrganization } from '../live-organization';
import { ORGANIZATION_OVERVIEW } from '../organization.operations';
import { Overview } from './overview';
import { OverviewSkeleton } from './overview-skeleton';
import './overview.css';

/** `/organization`: areas and teams with who answers for what, today or on another day. */
export function OrganizationPage() {
  const day = useChosenDay();
  const { data, previousData, error, loading, refetch } = useQuery(ORGANIZATION_OVERVIEW, {
    variables: { on: day.on },
    fetchPolicy: 'cache-and-network',
  });
  // Another day replaces this one when it has come: nothing jumps meanwhile.
  const organization = (data ?? previousData)?.organization;
  useLiveOrganization(organization !== undefined, refetch);

  if (organization) {
    return (
      <OrganizationDialogs>
        <Overview
          organization={organization}
          day={{ on: day.on, today: day.today, onChange: day.choose }}
          stale={loading && data === undefined}
          problem={error ? shownRefusal(error) : null}
          onRetry={() => void refetch().catch(() => {})}
        />
      </OrganizationDialogs>
    );
  }
  return (
    <Page title="Organization">
      {error ? (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      ) : (
        <OverviewSkeleton />
      )}
    </Page>
  );
}
