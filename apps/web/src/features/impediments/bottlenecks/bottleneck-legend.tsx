import { Disc } from './bottleneck-mark';
import { legendDays } from './mark-size';

/** How large how much is, and what a ring means. */
export function BottleneckLegend({ most }: { most: number }) {
  const days = legendDays(most);
  return (
    <dl className="bottlenecks__legend">
      <div>
        <dt>Blocked team-days</dt>
        <dd>
          {days.map((count) => (
            <Disc key={count} days={count} most={most} recurring={false} />
          ))}
        </dd>
      </div>
      <div>
        <dt>With a ring: recurring, three times or more</dt>
        <dd>
          <Disc days={days[0] ?? 1} most={most} recurring />
        </dd>
      </div>
    </dl>
  );
}
