import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ChartNoAxesColumn } from 'lucide-react';
import { Link } from 'react-router';
import type { DelegationNumbersQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { windowWords } from '../../impediments/public';
import { DelegationTabs } from '../delegation/delegation-tabs';
import { ScopeField } from '../scopes/scope-field';
import { delegationFigures } from './delegation-figures';
import { DELEGATION_NUMBERS } from './delegation-numbers.operations';
import { readDelegationNumbersView, windowOf, WINDOWS, writeDelegationNumbersView } from './delegation-numbers-view';
import { LevelNumbers } from './level-numbers';
import './delegation-numbers.css';

const WINDOW_OPTIONS = WINDOWS.map((months) => ({ value: String(months), label: `Last ${months} months` }));

/** `/decisions/delegation/numbers`: whether delegation happens, how long deciding takes, how often trust is taken back. */
export function DelegationNumbersPage() {
  const { view, change } = useAddressView(readDelegationNumbersView, writeDelegationNumbersView);
  const { organization } = useViewer();
  const span = windowOf(useToday(), view.months);
  const { data, previousData, error, refetch } = useQuery(DELEGATION_NUMBERS, {
    variables: { ...span, scopeId: view.of || null },
    fetchPolicy: 'cache-and-network',
  });
  // While other numbers load those before stay; what cannot be shown does not.
  const shown = data ?? (error ? undefined : previousData);
  return (
    <Page title="Delegation" subtitle={windowWords(span)}>
      <DelegationTabs />
      <search className="delegation-numbers-filter" aria-label="Which numbers">
        <ScopeField
          label="Decisions of"
          value={view.of || organization.id}
          valueLabel={view.of === '' ? organization.name : undefined}
          onChange={(scope) => change({ of: scope === null || scope.id === organization.id ? '' : scope.id })}
        />
        <Select
          label="Period"
          options={WINDOW_OPTIONS}
          value={String(view.months)}
          onChange={({ target: { value } }) =>
            change({ months: WINDOWS.find((months) => String(months) === value) ?? view.months })
          }
        />
      </search>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <>
              <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
              {view.of !== '' && <Button onClick={() => change({ of: '' })}>Show all</Button>}
            </>
          }
        />
      )}
      {!shown && !error && <Skeleton shape="card" lines={5} label="Working the numbers out" />}
      {shown && <Shown numbers={shown} months={view.months} stale={data === undefined} />}
    </Page>
  );
}

type ShownProps = { numbers: DelegationNumbersQuery; months: number; stale: boolean };

function Shown({ numbers: { now, before }, months, stale }: ShownProps) {
  if (now.decided + now.consents + now.vetoes === 0) {
    return (
      <EmptyState
        icon={<ChartNoAxesColumn />}
        title="Nothing was decided in this time"
        action={<Link to="/decisions">Look at the decisions</Link>}
      >
        Once decisions are accepted or rejected, this says how many of them were delegated, how long deciding takes at
        each level, and how often a veto took one back.
      </EmptyState>
    );
  }
  return (
    <div className="delegation-numbers" aria-busy={stale || undefined}>
      <dl className="delegation-figures">
        {delegationFigures(now, before, months).map(({ title, figure, of, compared, sentence }) => (
          <div key={title} className="delegation-figure">
            <dt>{title}</dt>
            <dd>
              <p className="delegation-figure__number">
                <strong>{figure}</strong> {of}
              </p>
              {compared !== null && <p>{compared}</p>}
              <p className="delegation-figure__sentence">{sentence}</p>
            </dd>
          </div>
        ))}
      </dl>
      <LevelNumbers levels={now.byLevel} />
    </div>
  );
}
