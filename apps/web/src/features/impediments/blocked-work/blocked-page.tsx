import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { CircleSlash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useLiveImpediments } from '../live-board/use-live-impediments';
import { plural } from '../plural';
import { useTeams } from '../use-teams';
import { BlockedTable } from './blocked-table';
import { BLOCKED_WORK } from './blocked-work.operations';
import './blocked-page.css';

/** Rows at a time. */
const PAGE = 50;
const readView = (params: URLSearchParams) => ({ team: params.get('team') ?? '' });
const writeView = ({ team }: { team: string }) => new URLSearchParams(team === '' ? {} : { team });

/** `/impediments/blocked?team=…`: what of the teams' work cannot go on, and what is in its way. */
export function BlockedPage() {
  const {
    view: { team },
    change,
  } = useAddressView(readView, writeView);
  const { teams } = useTeams();
  const { data, previousData, error, refetch, fetchMore } = useQuery(BLOCKED_WORK, {
    variables: { first: PAGE, teamId: team || null },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  useLiveImpediments(data !== undefined, refetch);
  // While another team loads, the one before stays; what cannot be shown does not.
  const found = error ? data?.blockedItems : (data ?? previousData)?.blockedItems;
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  const options = teams.map(({ value, label }) => ({ value, label })).toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return (
    <Page title="Blocked work" subtitle={found && plural(found.totalCount, 'item')}>
      <search className="blocked__filter" aria-label="Filter blocked work">
        <Select
          label="Team"
          labelHidden
          placeholder="All teams"
          options={options}
          value={team}
          onChange={({ target: { value } }) => change({ team: value })}
        />
      </search>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!found && !error && <Skeleton shape="card" lines={6} label="Loading blocked work" />}
      {found && found.edges.length === 0 && <NothingBlocked filtered={team !== ''} />}
      {found && found.edges.length > 0 && (
        <>
          <BlockedTable items={found.edges.map(({ node }) => node)} />
          {found.pageInfo.hasNextPage && (
            <div className="blocked__more">
              <span>
                {found.edges.length} of {found.totalCount}
              </span>
              <Button pending={more} onClick={() => void showMore()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function NothingBlocked({ filtered }: { filtered: boolean }) {
  const action = (
    <Link className={buttonLook()} to={filtered ? '/impediments/blocked' : '/impediments'}>
      {filtered ? 'Show all teams' : 'Go to the board'}
    </Link>
  );
  return (
    <EmptyState
      icon={<CircleSlash2 />}
      title={filtered ? 'Nothing of this team is blocked' : 'Nothing is blocked'}
      action={action}
    >
      Backlog items are here while an impediment that is not resolved names them under “Blocked items”. Their keys may
      be those of another tool.
    </EmptyState>
  );
}
