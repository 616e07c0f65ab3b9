import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowDownUp } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLocation } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { CompareDependencies } from './compare-dependencies';
import { AreaShifts, GoalShifts } from './compare-groups';
import { Shifts } from './compare-shifts';
import { MovesSince } from './moves-since';
import type { Comparison } from './publish-words';
import { useShownScenario } from './scenario-page';
import { isBehind } from './scenario-words';
import { SCENARIO_COMPARISON } from './scenarios.operations';
import { SideBySide } from './side-by-side';
import { useScenarioChanges } from './use-scenario-changes';
import './scenario-compare.css';

/** `/scenarios/:id/compare`: what rises and falls, and what that does to goals, areas and dependencies. */
export function ScenarioCompare() {
  const scenario = useShownScenario();
  const { data, error, loading, refetch } = useQuery(SCENARIO_COMPARISON, {
    variables: { id: scenario.id },
    fetchPolicy: 'cache-and-network',
  });
  useScenarioChanges(data ? scenario.product.id : null, refetch);
  const comparison = data?.scenarioComparison;
  return (
    <>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!comparison && loading && <Skeleton shape="card" lines={10} label="Comparing it with the order" />}
      {comparison && <Compared comparison={comparison} />}
    </>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const { scenario, riseCount, fallCount, rises, falls, goals, areas, dependencies, meanwhile, forecastNote } =
    comparison;
  const chosen = new Set([...rises, ...falls].filter((shift) => shift.chosen).map(({ item }) => item.id));
  const same = riseCount + fallCount === 0;
  return (
    <div className="compare">
      {same ? (
        <EmptyState icon={<ArrowDownUp />} title="It is the same order still">
          Move something in the scenario: what rises, what falls and what that does to goals, areas and dependencies
          stands here then.
        </EmptyState>
      ) : (
        <>
          <p className="compare__sentence">
            {plural(riseCount, 'item rises', 'items rise')},{' '}
            {fallCount === 1 ? '1 falls' : `${fallCount.toLocaleString('en')} fall`};{' '}
            {plural(chosen.size, 'was moved by hand', 'were moved by hand')}.
          </p>
          {isBehind(scenario) && (
            <p className="compare__quiet">
              All of this compares with the order that the scenario was copied from or caught up with last. What the
              order did since stands at the end; catch up to compare with it as it is.
            </p>
          )}
          <Part title="Side by side">
            <SideBySide key={scenario.version} scenario={scenario} chosen={chosen} falls={falls} />
          </Part>
          <div className="compare__pair">
            <Part title="What rises" count={riseCount}>
              <Shifts shifts={rises} count={riseCount} none="Nothing rises." />
            </Part>
            <Part title="What falls" count={fallCount}>
              <Shifts shifts={falls} count={fallCount} none="Nothing falls." />
            </Part>
          </div>
          <div className="compare__pair">
            <Part title="What it does to goals">
              <GoalShifts goals={goals} />
            </Part>
            <Part title="What it does to areas">
              <AreaShifts areas={areas} />
            </Part>
          </div>
          <Part title="Dependencies" count={dependencies.length}>
            <CompareDependencies dependencies={dependencies} />
          </Part>
          {forecastNote !== '' && (
            <Part title="Forecast">
              <p className="compare__quiet">{forecastNote}</p>
            </Part>
          )}
        </>
      )}
      {meanwhile.length > 0 && (
        <Part title="What the order did meanwhile" count={scenario.behindBy} place="meanwhile">
          <MovesSince moves={meanwhile} />
        </Part>
      )}
    </div>
  );
}

type PartProps = { title: string; count?: number; /** The address leads here. */ place?: string; children: ReactNode };

function Part({ title, count, place, children }: PartProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const { hash, key } = useLocation();
  // Each time that somebody follows the link.
  const called = place !== undefined && hash === `#${place}` ? key : null;
  useEffect(() => {
    if (called !== null) section.current?.scrollIntoView?.({ block: 'start' });
  }, [called]);
  return (
    <section ref={section} className="compare__part" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {count !== undefined && <span className="compare__count">{count.toLocaleString('en')}</span>}
      </h2>
      {children}
    </section>
  );
}
