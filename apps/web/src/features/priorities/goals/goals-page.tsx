import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, Target } from 'lucide-react';
import { useState } from 'react';
import type { GoalFactsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { PlanningPage } from '../planning-page/planning-page';
import { useBacklogChanges } from '../use-backlog-changes';
import { useMayCreate } from '../use-may-create';
import { useProduct } from '../use-product';
import { GoalCard } from './goal-card';
import { GoalDialog } from './goal-dialog';
import { PRODUCT_GOALS } from './goals.operations';
import './goals-page.css';

/** `/goals`: where the product is to be: now, next, and what came of the goals before. */
export function GoalsPage() {
  const choice = useProduct();
  const productId = choice.product?.id ?? null;
  const { goal: mayCreate } = useMayCreate(productId);
  const [creating, setCreating] = useState(false);
  return (
    <PlanningPage
      choice={choice}
      title="Product Goals"
      actions={
        mayCreate && (
          <Button icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
            New goal
          </Button>
        )
      }
    >
      {(product) => (
        <>
          <Goals productId={product.id} name={product.name} onCreate={mayCreate ? () => setCreating(true) : null} />
          {creating && <GoalDialog productId={product.id} goal={null} onClose={() => setCreating(false)} />}
        </>
      )}
    </PlanningPage>
  );
}

type GoalsProps = { productId: string; name: string; onCreate: (() => void) | null };

function Goals({ productId, name, onCreate }: GoalsProps) {
  const { data, error, refetch } = useQuery(PRODUCT_GOALS, {
    variables: { productId },
    fetchPolicy: 'cache-and-network',
  });
  useBacklogChanges(data === undefined ? null : productId, refetch, ({ event }) => event?.startsWith('goal') ?? true);
  if (!data) {
    if (!error) return <Skeleton shape="card" lines={6} label="Loading the goals" />;
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  }
  const of = (...states: GoalFactsFragment['state'][]) =>
    data.productGoals.filter(({ state }) => states.includes(state));
  if (data.productGoals.length === 0) {
    return (
      <EmptyState
        icon={<Target />}
        title={`${name} has no goal yet`}
        action={
          onCreate && (
            <Button variant="primary" onClick={onCreate}>
              Set the first goal
            </Button>
          )
        }
      >
        A Product Goal says where the product is to be, and how one sees that it is reached. It stands on top of every
        planning screen; every epic and feature says whether it serves it.
      </EmptyState>
    );
  }
  const ended = of('ACHIEVED', 'ABANDONED').toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''));
  return (
    <div className="goals">
      <Group title="Now" goals={of('ACTIVE')} productId={productId} none="No Product Goal is active." />
      <Group title="Planned" goals={of('PLANNED')} productId={productId} />
      <Group title="Ended" goals={ended} productId={productId} />
    </div>
  );
}

type GroupProps = { title: string; goals: readonly GoalFactsFragment[]; productId: string; none?: string };

function Group({ title, goals, productId, none }: GroupProps) {
  if (goals.length === 0 && none === undefined) return null;
  return (
    <section className="goals__group" aria-label={title}>
      <h2>{title}</h2>
      {goals.length === 0 && <p className="goal__baseline">{none}</p>}
      {goals.map((goal) => (
        <GoalCard key={goal.id} productId={productId} goal={goal} />
      ))}
    </section>
  );
}
