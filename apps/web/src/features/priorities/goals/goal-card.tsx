import { Button } from '@chapterhouse/ui/button';
import { classNames } from '@chapterhouse/ui/class-names';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GoalFactsFragment } from '../../../generated/graphql';
import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { plural } from '../../impediments/public';
import { measureProgress, measureWords } from '../goals-bar/measure-words';
import { PLANNING_GOALS } from '../planning.operations';
import { PRODUCT_PARAMETER } from '../use-product';
import { EndGoalDialog } from './end-goal-dialog';
import { GoalDialog } from './goal-dialog';
import { GoalStateBadge } from './goal-state-badge';
import { ACTIVATE_GOAL, PRODUCT_GOALS } from './goals.operations';

/** One goal: where the product is to be, how far it has come, and what serves it. */
export function GoalCard({ productId, goal }: { productId: string; goal: GoalFactsFragment }) {
  const { id, title, description, measures, state, openItems, doneItems, endedWords, version } = goal;
  const [asked, ask] = useState<'edit' | 'end' | null>(null);
  const { key, renew } = useIdempotencyKey();
  const activate = useAct(ACTIVATE_GOAL, { refetchQueries: [PRODUCT_GOALS, PLANNING_GOALS] });
  const items = openItems + doneItems;
  const begin = async () => {
    await activate.act({ id, version, idempotencyKey: key() });
    renew();
  };
  return (
    <article className={classNames('goal', state === 'ACTIVE' && 'goal--active')} aria-labelledby={`goal-${id}`}>
      <div className="goal__head">
        <h3 id={`goal-${id}`}>{title}</h3>
        <GoalStateBadge state={state} />
      </div>
      <p className="goal__since">
        <Since goal={goal} />
      </p>
      {endedWords !== '' && <blockquote className="goal__ended">{endedWords}</blockquote>}
      {description !== '' && <MarkdownText text={description} />}
      {measures.length > 0 && (
        <dl className="goal__measures">
          {measures.map((measure) => {
            const progress = measureProgress(measure);
            return (
              <div key={measure.name}>
                <dt>{measure.name}</dt>
                <dd>
                  {measureWords(measure)}
                  {measure.baseline !== null && (
                    <span className="goal__baseline"> from {measure.baseline.toLocaleString('en')}</span>
                  )}
                  {progress !== null && <progress aria-label={measure.name} value={progress} max={1} />}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <div className="goal__foot">
        {items > 0 ? (
          <Link to={`/backlog?${new URLSearchParams({ [PRODUCT_PARAMETER]: productId, view: 'list', goals: id })}`}>
            {plural(openItems, 'open item')}, {doneItems} done
          </Link>
        ) : (
          <span className="goal__baseline">No item serves it yet.</span>
        )}
        <span className="goal__acts">
          {can(goal, 'goal:activate') && (
            <Button size="sm" pending={activate.pending} onClick={() => void begin()}>
              Make it the Product Goal
            </Button>
          )}
          {can(goal, 'goal:end') && (
            <Button size="sm" onClick={() => ask('end')}>
              End …
            </Button>
          )}
          {can(goal, 'goal:edit') && (
            <Button size="sm" onClick={() => ask('edit')}>
              Edit
            </Button>
          )}
        </span>
      </div>
      {activate.refusal && <ErrorNote title={activate.refusal.title} next={activate.refusal.next} />}
      {asked === 'edit' && <GoalDialog productId={productId} goal={goal} onClose={() => ask(null)} />}
      {asked === 'end' && <EndGoalDialog goal={goal} onClose={() => ask(null)} />}
    </article>
  );
}

function Since({ goal: { activeSince, endedAt } }: { goal: GoalFactsFragment }) {
  const { timeZone } = useViewer().organization;
  const today = useToday();
  const day = (at: string) => dayWords(todayIn(timeZone, new Date(at)), today);
  if (endedAt !== null)
    return activeSince === null ? `Ended ${day(endedAt)}` : `${day(activeSince)} to ${day(endedAt)}`;
  return activeSince === null ? 'Not begun yet' : `Since ${day(activeSince)}`;
}
