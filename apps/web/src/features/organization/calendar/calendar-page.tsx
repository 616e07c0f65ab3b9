import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useLiveOrganization } from '../live-organization';
import { Part } from '../layout/part';
import { SettingsTabs } from '../settings/settings-tabs';
import { CalendarForm } from './calendar-form';
import { CalendarWeeks } from './calendar-weeks';
import { calendarSentence } from './calendar-words';
import { WORKING_CALENDAR } from './calendar.operations';
import { HolidayList } from './holiday-list';
import './calendar.css';

/** `/organization/settings/calendar`: when the organization works; for administrators to edit, for everybody to read. */
export function CalendarPage() {
  const { data, error, refetch } = useQuery(WORKING_CALENDAR, { fetchPolicy: 'cache-and-network' });
  const reload = () => void refetch().catch(() => {});
  useLiveOrganization(data !== undefined, refetch);
  const organization = data?.organization;
  const mayEdit = can(organization, 'organization:edit');
  return (
    <Page title="Working calendar">
      <SettingsTabs />
      <p className="calendar__lead">
        Clocks of impediments run in the organization’s working hours, and a blocked team-day is one of its working
        days. Another calendar counts from now on: a clock that runs keeps the hours that have passed and runs the rest
        by the new one, and what has run out stays so. Blocked team-days are always counted by the calendar of today.
      </p>
      {error && !organization && (
        <RefusalNote refusal={shownRefusal(error)} action={<Button onClick={reload}>Try again</Button>} />
      )}
      {!organization && !error && <Skeleton shape="card" lines={8} label="Loading the working calendar" />}
      {organization && mayEdit && <CalendarForm organization={organization} onStale={reload} />}
      {organization && !mayEdit && (
        <div className="calendar">
          <div className="calendar__fields">
            <p>{calendarSentence(organization.workingCalendar)}</p>
            <Part title="Holidays">
              <HolidayList holidays={organization.workingCalendar.holidays} />
            </Part>
            <p className="calendar__lead">Administrators of the organization edit the calendar; ask one of them.</p>
          </div>
          <CalendarWeeks calendar={organization.workingCalendar} />
        </div>
      )}
    </Page>
  );
}
