import { useQuery } from '@apollo/client/react';
import { isOpenItem, ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { classNames } from '@chapterhouse/ui/class-names';
import { useState } from 'react';
import type { ScenarioFactsFragment, TriedItemFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { ItemLink } from '../item/item-link';
import { baseWords } from './scenario-words';
import { SCENARIO_BESIDE } from './scenarios.operations';
import { ShiftMark } from './shift-mark';

/** Places at a time; more at each press, at most as many as the api gives at once. */
const FIRST = 20;
const MOST = 200;

type Line = { position: number; item: TriedItemFragment | null; was: number | null };
type Fall = { item: TriedItemFragment; from: number; to: number };

export type SideBySideProps = {
  scenario: Pick<ScenarioFactsFragment, 'id' | 'state' | 'behindBy'>;
  /** Items that were moved; the others were pushed aside. */
  chosen: ReadonlySet<string>;
  /** Those that fall, the moved ones first: they stand in the copied order above what is shown of the scenario. */
  falls: readonly Fall[];
};

/** The first places of the order that was copied and of what the scenario made of it, line beside line. */
export function SideBySide({ scenario, chosen, falls }: SideBySideProps) {
  const [count, setCount] = useState(FIRST);
  const { data, previousData, error, refetch } = useQuery(SCENARIO_BESIDE, {
    variables: { id: scenario.id, from: 1, count: MOST },
    // Of this version: another one may be kept.
    fetchPolicy: 'network-only',
  });
  const tried = (data ?? previousData)?.scenarioOrder;
  if (error) {
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={
          <Button size="sm" onClick={() => void refetch().catch(() => {})}>
            Try again
          </Button>
        }
      />
    );
  }
  if (!tried) return <Skeleton lines={8} label="Loading both orders" />;
  return (
    <>
      <div className="beside">
        <Column title={baseWords(scenario)} lines={copied(tried.rows, falls, count, tried.length)} chosen={chosen} />
        <Column title="This scenario" lines={tried.rows.slice(0, count)} chosen={chosen} />
      </div>
      {count < Math.min(MOST, tried.length) && (
        <Button size="sm" variant="ghost" onClick={() => setCount(Math.min(MOST, count + 3 * FIRST))}>
          Show more
        </Button>
      )}
    </>
  );
}

/** The first places of the copy: who holds them in the scenario's first ones now, or fell from them. */
function copied(
  rows: readonly { item: TriedItemFragment; was: number | null }[],
  falls: readonly Fall[],
  count: number,
  length: number,
): Line[] {
  const at = new Map(falls.map(({ from, item }) => [from, item]));
  for (const { was, item } of rows) if (was !== null) at.set(was, item);
  return Array.from({ length: Math.min(count, length) }, (_, index) => ({
    position: index + 1,
    item: at.get(index + 1) ?? null,
    was: null,
  }));
}

function Column({ title, lines, chosen }: { title: string; lines: readonly Line[]; chosen: ReadonlySet<string> }) {
  return (
    <section className="beside__column" aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {lines.map(({ position, item, was }) => (
          <li
            key={position}
            className={classNames(item && chosen.has(item.id) && 'beside__line--moved')}
            value={position}
          >
            <span className="beside__position" aria-hidden>
              {position.toLocaleString('en')}
            </span>
            {item ? (
              <span className="beside__item">
                <ItemLink item={item} short />
                {!isOpenItem(item.state) && (
                  <span className="compare__worse">{ITEM_STATE_TITLES[item.state].toLowerCase()} since</span>
                )}
              </span>
            ) : (
              <span className="compare__quiet">one that falls out of these {MOST}</span>
            )}
            {item && was !== null && was !== position && (
              <ShiftMark from={was} to={position} aside={!chosen.has(item.id)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
