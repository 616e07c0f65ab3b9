import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, Rss } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { CADENCES } from '../cadences.operations';
import { CadenceLines } from '../series/cadence-lines';
import { useCadenceChanges } from '../use-cadence-changes';
import '../series/series.css';
import './meetings-of.css';

const FeedsDialog = lazy(async () => ({ default: (await import('../feeds/feeds-dialog')).FeedsDialog }));

/** At most so many stand on the page of something else. */
const SHOWN = 20;

export type MeetingsOfProps = {
  scope: { kind: ScopeKind; id: string };
  /** When there are none. */
  none: string;
  /** New ones can be planned here. */
  open: boolean;
};

/** Part of the page of a team or an area: what takes place there again and again. */
export function MeetingsOf({ scope, none, open }: MeetingsOfProps) {
  const { pathname } = useLocation();
  const [following, setFollowing] = useState(false);
  const { data, error, refetch } = useQuery(CADENCES, {
    variables: { first: SHOWN, filter: { scopeKind: scope.kind, scopeId: scope.id, ended: false } },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  if (!data) {
    if (!error) return <Skeleton lines={3} label="Loading the meetings" />;
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
  const { edges, totalCount } = data.cadences;
  const params = new URLSearchParams({ scopeKind: scope.kind, scopeId: scope.id });
  return (
    <div className="meetings-of">
      {edges.length === 0 && <p className="meetings-of__none">{none}</p>}
      {edges.length > 0 && <CadenceLines label="Meetings" cadences={edges.map(({ node }) => node)} />}
      <div className="meetings-of__ways">
        {totalCount > 0 && <Link to={`/calendar?${params}`}>Their calendar</Link>}
        {totalCount > edges.length && (
          <Link to={`/cadences?${params}`}>All {totalCount.toLocaleString('en')} series</Link>
        )}
        {open && (
          <Link
            className={buttonLook({ variant: 'ghost', size: 'sm' })}
            to={`/cadences/new?${params}`}
            state={{ from: pathname }}
          >
            <Plus aria-hidden />
            New meeting
          </Link>
        )}
        {scope.kind === 'TEAM' && (
          <Button variant="ghost" size="sm" icon={<Rss aria-hidden />} onClick={() => setFollowing(true)}>
            Follow by a calendar
          </Button>
        )}
      </div>
      {following && (
        <Suspense fallback={null}>
          <FeedsDialog of={{ scope: 'TEAM', id: scope.id }} onClose={() => setFollowing(false)} />
        </Suspense>
      )}
    </div>
  );
}
