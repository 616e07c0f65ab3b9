import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, Outlet, useMatch, useOutletContext, useParams } from 'react-router';
import type { ScenarioRecordFragment } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { PageProblem } from '../../../platform/refusals/page-problem';
import { GoalsBar } from '../goals-bar/goals-bar';
import { PlanningTabs } from '../planning-page/planning-tabs';
import { UndoKey } from '../undo/undo-key';
import { BehindNote } from './behind-note';
import { ScenarioActions } from './scenario-actions';
import { type ScenarioDialog, ScenarioDialogs } from './scenario-dialogs';
import { ScenarioHead } from './scenario-head';
import { scenarioAddress } from './scenario-words';
import { SCENARIO } from './scenarios.operations';
import { useScenarioChanges } from './use-scenario-changes';
import './scenario-page.css';

/** `/scenarios/:id`: one other order, and what it would change. */
export function ScenarioPage() {
  const { id = '' } = useParams();
  const { data, error, loading, refetch } = useQuery(SCENARIO, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const scenario = data?.scenario ?? null;
  useScenarioChanges(scenario?.product.id ?? null, refetch);
  const [asked, ask] = useState<{ of: string; dialog: ScenarioDialog | null }>({ of: id, dialog: null });
  const open = (dialog: ScenarioDialog | null) => ask({ of: id, dialog });
  // The order fills the window: what scrolls is the list.
  const isOrder = useMatch('/scenarios/:id') !== null;
  return (
    <div className="scenario-frame" data-full={isOrder || undefined}>
      <Page
        title={scenario?.name ?? 'Scenario'}
        subtitle={<WayBack />}
        width={isOrder ? 'full' : 'wide'}
        actions={scenario && <ScenarioActions scenario={scenario} onOpen={open} />}
      >
        <UndoKey />
        {scenario && (
          <div className="scenario" data-full={isOrder || undefined}>
            <GoalsBar productId={scenario.product.id} />
            <ScenarioHead scenario={scenario} />
            <BehindNote scenario={scenario} />
            <PlanningTabs
              label="Scenario"
              tabs={[
                { to: scenarioAddress(id), label: 'Order' },
                { to: scenarioAddress(id, '/compare'), label: 'Compare' },
                { to: scenarioAddress(id, '/comments'), label: 'Comments', count: scenario.comments.length },
              ]}
            />
            <Outlet context={scenario} />
            <ScenarioDialogs
              scenario={scenario}
              open={asked.of === id ? asked.dialog : null}
              onClose={() => open(null)}
            />
          </div>
        )}
        {!scenario && loading && <Skeleton shape="card" lines={10} label="Loading the scenario" />}
        {!scenario && !loading && (
          <PageProblem
            error={error}
            onRetry={() => void refetch().catch(() => {})}
            title="This scenario is not here."
            next="Its owner may have made it private again, or the address has a typing mistake."
            to="/scenarios"
            show="Show all scenarios"
          />
        )}
      </Page>
    </div>
  );
}

/** The scenario of the screen that a part of it is shown on. */
export const useShownScenario = (): ScenarioRecordFragment => useOutletContext<ScenarioRecordFragment>();

function WayBack() {
  return (
    <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to="/scenarios">
      <ArrowLeft aria-hidden />
      All scenarios
    </Link>
  );
}
