import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Popover } from '@chapterhouse/ui/popover';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ListFilter, Plus, Repeat } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { CADENCES } from '../cadences.operations';
import { MeetingChips } from '../calendar/calendar-bar';
import { MeetingFilter } from '../calendar/meeting-filter';
import { useCadenceChanges } from '../use-cadence-changes';
import { CadenceLines } from './cadence-lines';
import { filterInput, readView, writeView } from './series-view';
import '../calendar/calendar.css';
import './series.css';

/** Series at a time. */
const PAGE = 50;
const WHOSE = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everybody’s' },
] as const;

/** `/cadences`: what takes place again and again, whose it is and when it is next. */
export function CadencesPage() {
  const navigate = useNavigate();
  const { view, change } = useAddressView(readView, writeView);
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(false);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(CADENCES, {
    variables: { first: PAGE, filter: filterInput(view) },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  useShortcut({ key: 'f', label: 'Filter by place or kind', run: () => setOpen(true) });
  useShortcut({
    key: 'n',
    label: 'New meeting',
    run: () => void navigate('/cadences/new', { state: { from: '/cadences' } }),
  });
  const found = (data ?? previousData)?.cadences;
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <Page
      title="Cadences"
      subtitle={found && plural(found.totalCount, 'series', 'series')}
      actions={
        <Link className={buttonLook()} to="/cadences/new" state={{ from: '/cadences' }}>
          <Plus aria-hidden />
          New meeting
        </Link>
      }
    >
      <div className="cadences">
        <div className="agenda__choices">
          {view.place === null && (
            <Segments
              label="Whose"
              value={view.all ? 'all' : 'mine'}
              onChange={(whose) => change({ all: whose === 'all' })}
              options={WHOSE}
            />
          )}
          <Popover
            label="Filter"
            open={open}
            onOpenChange={setOpen}
            trigger={
              <Button variant="ghost" icon={<ListFilter aria-hidden />}>
                Filter
              </Button>
            }
          >
            <MeetingFilter place={view.place} kinds={view.kinds} onChange={change} />
          </Popover>
          <Checkbox
            label="Those that ended"
            checked={view.ended}
            onChange={(event) => change({ ended: event.target.checked })}
          />
        </div>
        <MeetingChips place={view.place} kinds={view.kinds} onChange={change} />
        {error && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!found && loading && <Skeleton shape="card" lines={8} label="Loading the cadences" />}
        {found && found.edges.length === 0 && (
          <EmptyState
            icon={<Repeat />}
            title={view.ended ? 'None has ended' : 'No such meeting yet'}
            action={
              view.all ? (
                <Link className={buttonLook()} to="/cadences/new" state={{ from: '/cadences' }}>
                  Plan a meeting
                </Link>
              ) : (
                <Button onClick={() => change({ all: true, place: null, kinds: [] })}>Show everybody’s</Button>
              )
            }
          >
            A cadence is a meeting that takes place again and again: its rule, who is invited, who facilitates, and what
            it is for.
          </EmptyState>
        )}
        {found && found.edges.length > 0 && (
          <CadenceLines label="Cadences" cadences={found.edges.map(({ node }) => node)} stale={!data} />
        )}
        {found?.pageInfo.hasNextPage && (
          <div className="cadences__more">
            <span>
              {found.edges.length.toLocaleString('en')} of {found.totalCount.toLocaleString('en')}
            </span>
            <Button pending={more} onClick={() => void showMore()}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
