import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { GitBranch, Plus } from 'lucide-react';
import { useState } from 'react';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { PlanningPage } from '../planning-page/planning-page';
import { useMayCreate } from '../use-may-create';
import { useProduct } from '../use-product';
import { NewScenarioDialog } from './name-dialogs';
import { ScenarioLines } from './scenario-lines';
import { SCENARIOS } from './scenarios.operations';
import { useScenarioChanges } from './use-scenario-changes';

/** `/scenarios`: other orders, tried before one of them counts. */
export function ScenariosPage() {
  const choice = useProduct();
  const [creating, setCreating] = useState(false);
  const may = useMayCreate(choice.product?.id ?? null).scenario;
  const create = may ? () => setCreating(true) : null;
  useShortcut({ key: 'n', label: 'Try another order', when: may, run: () => setCreating(true) });
  return (
    <PlanningPage
      choice={choice}
      title="Scenarios"
      subtitle="Another order, tried before it counts"
      actions={
        create && (
          <Button icon={<Plus aria-hidden />} onClick={create}>
            Try another order …
          </Button>
        )
      }
    >
      {(product) => (
        <>
          <Found key={product.id} productId={product.id} onCreate={create} />
          {creating && <NewScenarioDialog productId={product.id} onClose={() => setCreating(false)} />}
        </>
      )}
    </PlanningPage>
  );
}

/** @param onCreate null: it is not the viewer's to begin one */
function Found({ productId, onCreate }: { productId: string; onCreate: (() => void) | null }) {
  const { data, error, loading, refetch } = useQuery(SCENARIOS, {
    variables: { productId },
    fetchPolicy: 'cache-and-network',
  });
  useScenarioChanges(data ? productId : null, refetch);
  const scenarios = data?.scenarios;
  const open = scenarios?.filter(({ state }) => state === 'DRAFT' || state === 'SHARED') ?? [];
  const over = scenarios?.filter(({ state }) => state === 'PUBLISHED' || state === 'DISCARDED') ?? [];
  return (
    <>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!scenarios && loading && <Skeleton shape="card" lines={6} label="Loading the scenarios" />}
      {scenarios && scenarios.length === 0 && (
        <EmptyState
          icon={<GitBranch />}
          title="No scenario yet"
          action={onCreate && <Button onClick={onCreate}>Try another order …</Button>}
        >
          A scenario is your own copy of the order. Move things in it, see what rises and falls, what it does to goals,
          areas and dependencies, ask others for their word, and publish it in one step when it is the better one.
          {onCreate === null && ' Product Owners begin one; what they share stands here.'}
        </EmptyState>
      )}
      {open.length > 0 && <ScenarioLines title="Tried now" scenarios={open} />}
      {over.length > 0 && <ScenarioLines title="Published or discarded" scenarios={over} />}
    </>
  );
}
