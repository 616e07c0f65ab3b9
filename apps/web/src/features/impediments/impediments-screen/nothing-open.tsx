import { buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Leaf, Network } from 'lucide-react';
import { Link } from 'react-router';
import { useViewer } from '../../../platform/session/session-provider';
import { plural } from '../plural';
import { RaiseImpedimentButton } from '../raise-impediment/raise-impediment-button';
import { useTeams } from '../use-teams';

/** Nothing is open: good news, or an organization that has no teams yet that could raise something. */
export function NothingOpen({ closed }: { closed: number }) {
  const { teams, loading } = useTeams();
  if (!loading && teams.length === 0) return <NoTeams />;
  return (
    <EmptyState icon={<Leaf />} title="Nothing stands in the way" action={<RaiseImpedimentButton />}>
      This board shows what blocks any team until it is removed, so that everybody sees who has it and what happens
      next.{closed > 0 && ` ${plural(closed, 'impediment was', 'impediments were')} closed in the last 30 days.`}
    </EmptyState>
  );
}

function NoTeams() {
  const { can } = useViewer();
  const imports = can.includes('import:view');
  return (
    <EmptyState
      icon={<Network />}
      title="First come the teams"
      action={
        <>
          {imports && (
            <Link className={buttonLook({ variant: 'primary' })} to="/imports">
              Import them
            </Link>
          )}
          <Link className={buttonLook()} to="/organization">
            {imports ? 'Add them by hand' : 'See the organization'}
          </Link>
        </>
      }
    >
      An impediment stands in the way of a team, and there is none yet. Bring the organization in from a file or from
      Jira, or write it down: it takes a few minutes.
    </EmptyState>
  );
}
