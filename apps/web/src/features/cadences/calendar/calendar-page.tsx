import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, Rss } from 'lucide-react';
import { useState } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { OCCURRENCES } from '../cadences.operations';
import { FeedsDialog } from '../feeds/feeds-dialog';
import { useCadenceChanges } from '../use-cadence-changes';
import { CalendarBar } from './calendar-bar';
import { CalendarDays } from './calendar-days';
import { CalendarList } from './calendar-list';
import { filterInput, readView, shownDays, stepped, writeView } from './calendar-view';
import { NoMeetings } from './no-meetings';
import { byDay } from './by-day';
import { useCalendarKeys, useFocusAfterPanel } from './use-calendar-keys';
import './calendar.css';

/** `/calendar`: the dates of all meetings, a week or a list at a time; `/calendar/:id` opens one beside it. */
export function CalendarPage() {
  const { id } = useParams();
  const today = useToday();
  const { timeZone } = useViewer().organization;
  const { view, change } = useAddressView(readView, writeView);
  const [following, setFollowing] = useState(false);
  const days = shownDays(view, today);
  const { data, previousData, error, loading, refetch } = useQuery(OCCURRENCES, {
    variables: { ...days, filter: filterInput(view) },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  const step = (by: 1 | -1) => change({ from: stepped(view, by, today) });
  const toToday = () => change({ from: '' });
  useShortcut({ key: '[', label: view.look === 'week' ? 'The week before' : 'Earlier', run: () => step(-1) });
  useShortcut({ key: ']', label: view.look === 'week' ? 'The week after' : 'Later', run: () => step(1) });
  useShortcut({ key: 't', label: 'Today', run: toToday });
  useCalendarKeys(data !== undefined);
  useFocusAfterPanel(id);
  const shown = (data ?? previousData)?.occurrences;
  const found = shown && byDay(shown, timeZone);
  const none = data?.occurrences.length === 0;
  return (
    <Page
      title="Calendar"
      actions={
        <>
          <Button icon={<Rss aria-hidden />} onClick={() => setFollowing(true)}>
            Follow by a calendar
          </Button>
          <Link className={buttonLook()} to="/cadences/new" state={{ from: '/calendar' }}>
            <Plus aria-hidden />
            New meeting
          </Link>
        </>
      }
    >
      <div className="agenda" data-stale={(data === undefined && shown !== undefined) || undefined}>
        <CalendarBar view={view} days={days} onStep={step} onToday={toToday} onChange={change} />
        {error && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!found && loading && <Skeleton shape="card" lines={8} label="Loading the calendar" />}
        {none && <NoMeetings view={view} onAll={() => change({ all: true, kinds: [], place: null })} />}
        {found && !none && view.look === 'week' && <CalendarDays days={days} found={found} />}
        {found && !none && view.look === 'list' && <CalendarList found={found} />}
      </div>
      {following && <FeedsDialog onClose={() => setFollowing(false)} />}
      <Outlet />
    </Page>
  );
}
