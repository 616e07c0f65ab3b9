import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Target } from 'lucide-react';
import { Link } from 'react-router';
import type { PlanningGoalsQuery } from '../../../generated/graphql';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { PLANNING_GOALS } from '../planning.operations';
import { useBacklogChanges } from '../use-backlog-changes';
import { PRODUCT_PARAMETER } from '../use-product';
import { measureProgress, measureWords } from './measure-words';
import { SprintGoals } from './sprint-goals';
import './goals-bar.css';

export type GoalsBarProps = { productId: string; /** Only the Sprint Goals of its teams. */ areaId?: string | null };

type ShownGoal = NonNullable<PlanningGoalsQuery['planningGoals']['productGoal']>;

/** On top of every planning screen: what all of it is for. */
export function GoalsBar({ productId, areaId = null }: GoalsBarProps) {
  const { data, previousData, error, refetch } = useQuery(PLANNING_GOALS, {
    variables: { productId, areaId },
    fetchPolicy: 'cache-and-network',
  });
  useBacklogChanges(data === undefined ? null : productId, refetch, ({ event }) => event?.startsWith('goal') ?? true);
  const goals = (data ?? previousData)?.planningGoals;
  const ofProduct = (path: string, more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ [PRODUCT_PARAMETER]: productId, ...more })}`;
  return (
    <section className="goals-bar" aria-label="Goals">
      {!goals && !error && <Skeleton label="Loading the goals" />}
      {!goals && error && <p className="goals-bar__none">The goals are not here. {shownRefusal(error).title}</p>}
      {goals && (
        <>
          <div className="goals-bar__goal">
            {goals.productGoal ? (
              <Goal goal={goals.productGoal} to={ofProduct('/goals')} />
            ) : (
              <p className="goals-bar__none">
                <Target aria-hidden /> No Product Goal is active. <Link to={ofProduct('/goals')}>Go to the goals</Link>
              </p>
            )}
          </div>
          <div className="goals-bar__more">
            <SprintGoals goals={goals.sprintGoals} />
            {goals.withoutGoal > 0 && (
              <Link className="goals-bar__without" to={ofProduct('/backlog', { view: 'list', goals: 'none' })}>
                {goals.withoutGoal.toLocaleString('en')}
                <span className="goals-bar__wide">{goals.withoutGoal === 1 ? ' item' : ' items'}</span> without
                <span className="goals-bar__wide"> a</span> goal
              </Link>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Goal({ goal: { title, measures, openItems, doneItems }, to }: { goal: ShownGoal; to: string }) {
  return (
    <>
      <p className="goals-bar__title">
        <Target aria-hidden /> <span className="goals-bar__label">Product Goal</span>{' '}
        <Link to={to} title={title}>
          {title}
        </Link>
      </p>
      <ul className="goals-bar__measures" aria-label="Its measures">
        {measures.slice(0, 2).map((measure) => {
          const progress = measureProgress(measure);
          return (
            <li key={measure.name}>
              <span className="goals-bar__label">{measure.name}</span> {measureWords(measure)}
              {progress !== null && <progress aria-label={measure.name} value={progress} max={1} />}
            </li>
          );
        })}
        {openItems + doneItems > 0 && (
          <li>
            <span className="goals-bar__label">Items done</span> {doneItems} of {openItems + doneItems}
          </li>
        )}
      </ul>
    </>
  );
}
