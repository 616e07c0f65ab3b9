import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { ChartPie } from 'lucide-react';
import { Link } from 'react-router';
import type { CapacityMeasure, ProductCapacityQuery } from '../../../generated/graphql';
import { SaveBar } from '../../../platform/forms/save-bar';
import { UnsavedGuard } from '../../../platform/forms/unsaved-guard';
import { type Edits, useEdits } from '../../../platform/forms/use-edits';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { useBacklogChanges } from '../use-backlog-changes';
import { PRODUCT_PARAMETER, type PlannedProduct } from '../use-product';
import { PRODUCT_CAPACITY, SET_CAPACITY_TARGETS } from './capacity.operations';
import { CapacityCells } from './capacity-cells';
import { CapacityTable } from './capacity-table';
import { factsOf, overfull, targetsOf } from './capacity-targets';
import './capacity.css';

export type CapacityProps = { product: PlannedProduct; measure: CapacityMeasure; first: number | null };

export function Capacity({ product, measure, first }: CapacityProps) {
  const { data, previousData, error, loading, refetch } = useQuery(PRODUCT_CAPACITY, {
    variables: { productId: product.id, measure, first },
    fetchPolicy: 'cache-and-network',
  });
  useBacklogChanges(data ? product.id : null, refetch);
  const known = data ?? previousData;
  if (!known && loading) return <Skeleton shape="card" lines={10} label="Counting what the order holds" />;
  if (!known)
    return (
      <RefusalNote
        refusal={error ? shownRefusal(error) : null}
        action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
      />
    );
  if (known.productOrder.length === 0)
    return (
      <EmptyState
        icon={<ChartPie />}
        title="The order holds nothing yet"
        action={
          <Link
            className={buttonLook({ variant: 'primary' })}
            to={{ pathname: '/backlog', search: `?${new URLSearchParams({ [PRODUCT_PARAMETER]: product.id })}` }}
          >
            Go to the backlog
          </Link>
        }
      >
        Here the share that each area and each kind of work is to get stands beside what the order really holds of it.
      </EmptyState>
    );
  return <Targets product={product} known={known} onSaved={refetch} />;
}

type TargetsProps = { product: PlannedProduct; known: ProductCapacityQuery; onSaved: () => Promise<unknown> };

/** Targets are changed where they stand, several at a time, and saved together. */
function Targets({ product, known, onSaved }: TargetsProps) {
  const { productCapacity: capacity, productOrder } = known;
  const edits = useEdits(factsOf(capacity));
  const { act, pending, refusal } = useAct(SET_CAPACITY_TARGETS);
  const { key, renew } = useIdempotencyKey();
  const mayAll = can(capacity, 'capacity:set');
  const own = new Set(productOrder.ownAreas.map(({ id }) => id));
  const maySome = (areaId: string) => mayAll || (can(capacity, 'capacity:set-area') && own.has(areaId));
  const tooMuch = overfull(capacity, edits.read);
  const submit = async () => {
    if (tooMuch.length > 0) return;
    const saved = await act({
      productId: product.id,
      version: capacity.version,
      targets: targetsOf(capacity, edits.read),
      idempotencyKey: key(),
    });
    renew();
    // Also after a refusal: somebody else may have been first; what was changed here stays in its field.
    await onSaved().catch(() => {});
    if (saved) notify({ title: 'The targets are saved.' });
  };
  return (
    <form
      className="capacity"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <UnsavedGuard unsaved={edits.changed.length > 0} />
      <p className="capacity__words">
        {capacity.first === null
          ? 'What the whole order holds'
          : `What the first ${capacity.first.toLocaleString('en')} of the order hold`}
        , in {capacity.measure === 'POINTS' ? 'points; items without a size count nothing' : 'items'}. A target is a
        share that is meant; nothing is moved by it.
      </p>
      <div className="capacity__two">
        <CapacityTable title="By area" rows={capacity.areas} edits={edits} editable={mayAll} />
        <CapacityTable title="By kind" rows={capacity.kinds} edits={edits} editable={mayAll} />
      </div>
      <CapacityCells capacity={capacity} edits={edits} editable={maySome} />
      <Told edits={edits} tooMuch={tooMuch} />
      {refusal?.code === 'CONFLICT' ? (
        <ErrorNote
          title="Somebody saved other targets before you."
          next="They are shown now; your changes stand in their fields. Save again to put yours over them."
        />
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      <SaveBar
        changes={edits.changed.length}
        words="The order stays as it is."
        submit="Save the targets"
        pending={pending}
        onDiscard={edits.discard}
      />
    </form>
  );
}

function Told({ edits, tooMuch }: { edits: Edits; tooMuch: readonly string[] }) {
  return (
    <>
      {edits.changed.length > 0 && tooMuch.length > 0 && (
        <ErrorNote title="A capacity is given away once." next={tooMuch.join(' ')} />
      )}
    </>
  );
}
