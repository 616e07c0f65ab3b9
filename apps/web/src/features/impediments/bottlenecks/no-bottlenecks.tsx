import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ChartScatter } from 'lucide-react';
import { Link } from 'react-router';
import { plural } from '../plural';
import type { ShownMap } from './bottleneck-words';
import { bottleneckListAddress } from './bottlenecks-view';
import { quartersWords } from './quarters';

export type NoBottlenecksProps = { map: ShownMap; quarter: string; onEarlier: () => void };

/** Nothing to draw: says what the map is for, and offers the first step. */
export function NoBottlenecks({ map, quarter, onEarlier }: NoBottlenecksProps) {
  const { impedimentCount, blockedTeamDays } = map.withoutSource;
  if (impedimentCount > 0)
    return (
      <EmptyState
        icon={<ChartScatter />}
        title="No impediment says what it waits for"
        action={
          <Link className={buttonLook({ variant: 'primary' })} to={bottleneckListAddress({ quarter, source: 'none' })}>
            Open {plural(impedimentCount, 'impediment')}
          </Link>
        }
      >
        They cost {plural(blockedTeamDays, 'blocked team-day')} in {quartersWords(quarter)}. Name under “Waits for” what
        teams wait for, and the map shows where that costs most.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<ChartScatter />}
      title="Nobody was blocked for a day"
      action={
        <>
          <Button onClick={onEarlier}>Look at the two quarters before</Button>
          <Link className={buttonLook()} to="/impediments">
            Go to the board
          </Link>
        </>
      }
    >
      Here is what teams wait for, by area, as large as the working days that it cost them: as soon as an impediment
      that names a source blocks a team from one day to the next. In {quartersWords(quarter)} there was none.
    </EmptyState>
  );
}
