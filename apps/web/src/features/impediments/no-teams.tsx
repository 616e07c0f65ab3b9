import { buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Network } from 'lucide-react';
import { Link } from 'react-router';
import { useViewer } from '../../platform/session/session-provider';

/** What is missing before anything can be raised, with the way to it. */
export function NoTeams({ onFollow }: { onFollow?: () => void }) {
  const { can } = useViewer();
  const imports = can.includes('import:view');
  return (
    <EmptyState
      icon={<Network />}
      title="First come the teams"
      action={
        <>
          {imports && (
            <Link className={buttonLook({ variant: 'primary' })} to="/imports" onClick={onFollow}>
              Import them
            </Link>
          )}
          <Link className={buttonLook()} to="/organization" onClick={onFollow}>
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
