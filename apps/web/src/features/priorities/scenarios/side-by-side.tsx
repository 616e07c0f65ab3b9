import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { classNames } from '@chapterhouse/ui/class-names';
import { useState } from 'react';
import type { ScenarioFactsFragment, TriedItemFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { ItemLink } from '../item/item-link';
import { ORDER_BESIDE, SCENARIO_BESIDE } from './scenarios.operations';
import { ShiftMark } from './shift-mark';

/** Places at a time; as many more at each press, at most as many as the api gives at once. */
const FIRST = 20;
const MOST = 200;

type Line = { position: number; item: TriedItemFragment; was: number | null };

export type SideBySideProps = {
  scenario: Pick<ScenarioFactsFragment, 'id' | 'product'>;
  /** Items that were moved; the others were pushed aside. */
  chosen: ReadonlySet<string>;
};

/** The first places of the order as it is and as the scenario has it, line beside line. */
export function SideBySide({ scenario, chosen }: SideBySideProps) {
  const [count, setCount] = useState(FIRST);
  const now = useQuery(ORDER_BESIDE, {
    variables: { productId: scenario.product.id, from: 1, count },
    fetchPolicy: 'cache-and-network',
  });
  const then = useQuery(SCENARIO_BESIDE, {
    variables: { id: scenario.id, from: 1, count },
    fetchPolicy: 'cache-and-network',
  });
  const order = (now.data ?? now.previousData)?.productOrder;
  const tried = (then.data ?? then.previousData)?.scenarioOrder;
  const error = now.error ?? then.error;
  if (error) {
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={
          <Button size="sm" onClick={() => void Promise.all([now.refetch(), then.refetch()]).catch(() => {})}>
            Try again
          </Button>
        }
      />
    );
  }
  if (!order || !tried) return <Skeleton lines={8} label="Loading both orders" />;
  const more = Math.min(MOST, Math.max(order.length, tried.length));
  return (
    <>
      <div className="beside">
        <Column
          title="The order now"
          lines={order.rows.map(({ position, item }) => ({ position, item, was: null }))}
          chosen={chosen}
        />
        <Column title="This scenario" lines={tried.rows} chosen={chosen} />
      </div>
      {count < more && (
        <Button size="sm" variant="ghost" onClick={() => setCount(Math.min(MOST, count + 3 * FIRST))}>
          Show more
        </Button>
      )}
    </>
  );
}

function Column({ title, lines, chosen }: { title: string; lines: readonly Line[]; chosen: ReadonlySet<string> }) {
  return (
    <section className="beside__column" aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {lines.map(({ position, item, was }) => (
          <li key={item.id} className={classNames(chosen.has(item.id) && 'beside__line--moved')} value={position}>
            <span className="beside__position" aria-hidden>
              {position.toLocaleString('en')}
            </span>
            <ItemLink item={item} short />
            {was !== null && was !== position && <ShiftMark from={was} to={position} aside={!chosen.has(item.id)} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
