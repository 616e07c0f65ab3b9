import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useState } from 'react';
import { Link } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../plural';
import { BottleneckGrid, MOST_ACROSS } from './bottleneck-grid';
import { BottleneckLegend } from './bottleneck-legend';
import type { ShownMap } from './bottleneck-words';
import { BOTTLENECK_MAP } from './bottlenecks.operations';
import { BottlenecksFilter } from './bottlenecks-filter';
import { BottlenecksTable } from './bottlenecks-table';
import {
  bottleneckListAddress,
  type BottlenecksView,
  readBottlenecksView,
  writeBottlenecksView,
} from './bottlenecks-view';
import { NoBottlenecks } from './no-bottlenecks';
import { monthsWords, quarterBefore, quarterOf, quartersWords } from './quarters';
import { Recurrences } from './recurrences';
import './bottlenecks-page.css';

/** Sources at first: as many as one looks at. */
const FIRST = 30;

/** `/impediments/bottlenecks`: what teams wait for, by area, as large as what it cost them in two quarters. */
export function BottlenecksPage() {
  const today = useToday();
  const { view, change } = useAddressView((params) => readBottlenecksView(params, today), writeBottlenecksView);
  const quarter = view.quarter ?? quarterOf(today);
  const { data, previousData, error, refetch } = useQuery(BOTTLENECK_MAP, {
    variables: { quarter },
    fetchPolicy: 'cache-and-network',
  });
  // While other quarters load, those before stay; what cannot be shown does not.
  const map = (error ? data : (data ?? previousData))?.bottleneckMap;
  const stale = map !== undefined && data === undefined;
  const shownQuarter = map?.quarters.at(-1) ?? quarter;
  return (
    <Page title="Bottlenecks" subtitle={monthsWords(shownQuarter)}>
      <BottlenecksFilter view={view} today={today} onChange={change} />
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!map && !error && <Skeleton shape="card" lines={8} label="Drawing the map" />}
      {map && (
        <div
          className="bottlenecks"
          data-wide={map.areas.length > MOST_ACROSS || undefined}
          aria-busy={stale || undefined}
        >
          {map.sources.length > 0 ? (
            <Drawn map={map} look={view.look} quarter={shownQuarter} />
          ) : (
            <NoBottlenecks
              map={map}
              quarter={shownQuarter}
              onEarlier={() => change({ quarter: quarterBefore(quarterBefore(shownQuarter)) })}
            />
          )}
          {(map.sources.length > 0 || map.recurrences.length > 0) && (
            <Recurrences recurrences={map.recurrences} quarter={shownQuarter} />
          )}
        </div>
      )}
    </Page>
  );
}

function Drawn({ map, look, quarter }: { map: ShownMap; look: BottlenecksView['look']; quarter: string }) {
  const [all, setAll] = useState(false);
  const rows = all ? map.sources : map.sources.slice(0, FIRST);
  const most = Math.max(...map.sources.flatMap(({ bottlenecks }) => bottlenecks.map((mark) => mark.blockedTeamDays)));
  return (
    <div className="bottlenecks__map">
      <p className="bottlenecks__sentence">
        What teams waited for cost them{' '}
        <Link to={bottleneckListAddress({ quarter })}>{plural(map.total.blockedTeamDays, 'blocked team-day')}</Link> in{' '}
        {quartersWords(quarter)}: working days that began with a team blocked.
        {map.withoutSource.impedimentCount > 0 && (
          <>
            {' '}
            Of these, not on the map:{' '}
            <Link to={bottleneckListAddress({ quarter, source: 'none' })}>
              {plural(map.withoutSource.blockedTeamDays, 'team-day')}
            </Link>{' '}
            of{' '}
            {plural(
              map.withoutSource.impedimentCount,
              'impediment that names no source',
              'impediments that name no source',
            )}
            .
          </>
        )}
      </p>
      {look === 'map' ? (
        <>
          <BottleneckLegend most={most} />
          <BottleneckGrid map={map} rows={rows} quarter={quarter} />
        </>
      ) : (
        <BottlenecksTable map={map} rows={rows} quarter={quarter} />
      )}
      {map.sources.length > FIRST && (
        <Button size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST} sources` : `Show all ${map.sources.length} sources`}
        </Button>
      )}
      {map.moreSources > 0 && (
        <p className="bottlenecks__quiet">
          These are the {map.sources.length} sources that cost most; {map.moreSources.toLocaleString('en')} more cost
          something.
        </p>
      )}
    </div>
  );
}
