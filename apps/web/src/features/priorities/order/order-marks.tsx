import { DEPENDENCY_CONFLICT_TITLES } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Target, TriangleAlert } from 'lucide-react';
import type { OrderItemFragment } from '../../../generated/graphql';
import { plural } from '../../impediments/public';
import { ItemBlockedMark } from '../item/item-blocked-mark';

/** What needs a person: work without a goal, dependencies in conflict, what is blocked. */
export function OrderMarks({ item }: { item: OrderItemFragment }) {
  return (
    <>
      <GoalMark goal={item.servesGoal} />
      <ConflictMark dependencies={item.dependencies} />
      <ItemBlockedMark blocked={item.blocked} />
    </>
  );
}

function GoalMark({ goal }: { goal: OrderItemFragment['servesGoal'] }) {
  if (goal === null) return <span className="order-mark order-mark--attention">No goal</span>;
  return (
    <span className="order-mark order-mark--goal" title={`Serves: ${goal.title}`}>
      <Target aria-hidden />
      <VisuallyHidden>Serves: {goal.title}</VisuallyHidden>
    </span>
  );
}

function ConflictMark({ dependencies }: Pick<OrderItemFragment, 'dependencies'>) {
  const troubled = dependencies.filter(({ conflicts }) => conflicts.length > 0);
  if (troubled.length === 0) return null;
  const told = troubled.map(
    ({ key, conflicts }) => `${key}: ${conflicts.map((conflict) => DEPENDENCY_CONFLICT_TITLES[conflict]).join(', ')}`,
  );
  return (
    <span className="order-mark order-mark--attention" title={told.join('\n')}>
      <TriangleAlert aria-hidden /> {plural(troubled.length, 'conflict')}
    </span>
  );
}
