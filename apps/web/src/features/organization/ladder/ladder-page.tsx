import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useLiveOrganization } from '../live-organization';
import { SettingsTabs } from '../settings/settings-tabs';
import { LadderForm } from './ladder-form';
import { LadderPeople } from './ladder-people';
import { LadderSteps } from './ladder-steps';
import { LADDER } from './ladder.operations';
import './ladder.css';

/** `/organization/settings/ladder`: the levels with their clocks; for administrators to edit, for everybody to read. */
export function LadderPage() {
  const { data, error, refetch } = useQuery(LADDER, { fetchPolicy: 'cache-and-network' });
  useLiveOrganization(data !== undefined, refetch);
  const ladder = data?.organization.impedimentLadder;
  const dayLength = data ? data.organization.workingDayEnds - data.organization.workingDayStarts : 0;
  return (
    <Page title="Escalation ladder">
      <SettingsTabs />
      <p className="ladder__lead">
        Who cannot remove an impediment hands it to the next level. Each level has it for a number of working hours:
        that is its clock, and an impediment that outlives it is overdue.
      </p>
      {error && !ladder && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!ladder && !error && <Skeleton shape="card" lines={6} label="Loading the ladder" />}
      {ladder && can(ladder, 'ladder:edit') && (
        <LadderForm ladder={ladder} dayLength={dayLength} onStale={() => void refetch().catch(() => {})} />
      )}
      {ladder && !can(ladder, 'ladder:edit') && (
        <>
          <LadderSteps levels={ladder.levels} dayLength={dayLength} />
          <p className="ladder__lead">Administrators of the organization edit the ladder; ask one of them.</p>
        </>
      )}
      {ladder && <LadderPeople />}
    </Page>
  );
}
