import { BarChart } from '@chapterhouse/ui/bar-chart';
import type { TeamMirror } from './mirror-page';

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

/** What one led, before what was held. */
export function MirrorChart({ team, months }: { team: string; months: TeamMirror['months'] }) {
  return (
    <BarChart
      label={`Meetings of ${team} that you led, and that were held, by month`}
      bars={months.map(({ month, held, facilitatedByMe }) => {
        const day = new Date(`${month.slice(0, 7)}-01`);
        const words = held === 0 ? 'no meetings' : `${facilitatedByMe} of ${held} led by you`;
        return {
          id: month,
          name: SHORT.format(day),
          words: `${MONTH.format(day)}: ${words}`,
          // Where nothing was held nothing is drawn, not even that one led nothing of it.
          value: held === 0 ? null : facilitatedByMe,
          behind: held === 0 ? null : held,
          told: (
            <>
              <strong>{MONTH.format(day)}</strong>
              <span className="ch-number">{words}</span>
            </>
          ),
        };
      })}
    />
  );
}
