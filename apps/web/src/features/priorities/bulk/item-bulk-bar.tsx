import { BULK_ITEM_LIMIT } from '@chapterhouse/domain/priorities/item-fields';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { notify } from '@chapterhouse/ui/toast';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ItemFilter } from '../../../generated/graphql';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { BACKLOG_IDS } from '../backlog/backlog.operations';
import { itemSelection } from '../selection/item-selection';
import type { BulkForm } from './bulk-form';
import './item-bulk-bar.css';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog')).BulkDialog }));

export type ItemBulkBarProps = {
  productId: string;
  /** What the screen shows, to select all of it. */
  filter: ItemFilter;
  found: number;
};

/** What can be done with everything that is selected, while something is. */
export function ItemBulkBar({ productId, filter, found }: ItemBulkBarProps) {
  const ids = itemSelection.useIds();
  const [asked, setAsked] = useState<Partial<BulkForm> | null>(null);
  const { selectAll, selecting } = useSelectAll(productId, filter);
  const count = ids.size;
  const many = count > BULK_ITEM_LIMIT;
  useShortcut({ key: 'Escape', label: 'Select nothing', when: count > 0, run: () => itemSelection.clear() });
  const change = (begun: Partial<BulkForm>) => () => {
    if (!many) setAsked(begun);
  };
  // The bar comes after all rows: nobody tabs through them to it.
  useShortcut({ key: 'b', label: 'Change the selected items …', when: count > 0, run: change({}) });
  useEffect(() => {
    if (count > 0) announce(`${count} selected.`);
  }, [count]);
  useEffect(() => () => itemSelection.clear(), []);
  if (count === 0 && asked === null) return null;
  const all = Math.min(found, BULK_ITEM_LIMIT);
  return (
    <>
      {count > 0 && (
        <section className="item-bulk" aria-label="Selected items">
          <strong>{count.toLocaleString('en')} selected</strong>
          {count < all && (
            <Button size="sm" variant="ghost" pending={selecting} onClick={() => void selectAll()}>
              Select {found > BULK_ITEM_LIMIT ? 'the first' : 'all'} {all.toLocaleString('en')}
            </Button>
          )}
          <OfferedCommand
            id="bulk:change"
            label={`Change ${plural(count, 'selected item')} …`}
            group="here"
            first
            keywords="selection bulk all state team goal size"
            run={change({})}
          />
          <Button
            size="sm"
            disabled={many}
            title={many ? `At most ${BULK_ITEM_LIMIT} at once.` : undefined}
            onClick={change({})}
          >
            Change … <Kbd>b</Kbd>
          </Button>
          <Button size="sm" disabled={many} onClick={change({ state: 'DROPPED' })}>
            Drop …
          </Button>
          <Button size="sm" variant="ghost" onClick={() => itemSelection.clear()}>
            Clear <Kbd>Esc</Kbd>
          </Button>
        </section>
      )}
      {asked !== null && (
        <Suspense>
          <BulkDialog productId={productId} ids={[...ids]} begun={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}

/** All that the filter finds, not only what is on the screen; as many as can be changed at once. */
function useSelectAll(productId: string, filter: ItemFilter) {
  const client = useApolloClient();
  const [selecting, setSelecting] = useState(false);
  const loadPage = async (after: string | null): Promise<{ ids: string[]; next: string | null }> => {
    const variables = { productId, filter, after };
    const { data } = await client.query({ query: BACKLOG_IDS, variables, fetchPolicy: 'no-cache' });
    if (!data) throw new Error('A question was answered with neither data nor errors.');
    const { edges, pageInfo } = data.backlog;
    return {
      ids: edges.map(({ node }) => node.id),
      next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
    };
  };
  const selectAll = async () => {
    setSelecting(true);
    try {
      const ids: string[] = [];
      let next: string | null = '';
      while (next !== null && ids.length < BULK_ITEM_LIMIT) {
        const page = await loadPage(next === '' ? null : next);
        ids.push(...page.ids);
        next = page.next;
      }
      itemSelection.set(ids.slice(0, BULK_ITEM_LIMIT));
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
    }
    setSelecting(false);
  };
  return { selectAll, selecting };
}
