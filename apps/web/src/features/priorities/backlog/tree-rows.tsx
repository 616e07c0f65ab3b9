import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { type CSSProperties, Fragment, type ReactNode, useState } from 'react';
import type { ItemLineFragment, ItemState } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { BACKLOG } from './backlog.operations';
import { COLUMN_COUNT } from './backlog-table';
import { ItemRow } from './item-row';

/** Parts of one item at a time. */
const PAGE = 100;

export type TreeRowsProps = {
  items: readonly ItemLineFragment[];
  level: number;
  /** Of the parts, too; none: the open ones. */
  states: readonly ItemState[];
  expanded: ReadonlySet<string>;
  onToggle: (key: string) => void;
  openKey: string | undefined;
};

/** Items with what is part of them, as far as it is opened. */
export function TreeRows(props: TreeRowsProps) {
  const { items, level, states, expanded, onToggle, openKey } = props;
  return items.map((item) => {
    const parts = states.length === 0 ? item.openChildCount : item.childCount;
    const open = parts > 0 && expanded.has(item.key);
    return (
      <Fragment key={item.id}>
        <ItemRow
          item={item}
          level={level}
          expanded={parts > 0 ? open : null}
          onToggle={onToggle}
          open={item.key === openKey}
        />
        {open && <Parts {...props} of={item} level={level + 1} />}
      </Fragment>
    );
  });
}

function Parts({ of, ...props }: Omit<TreeRowsProps, 'items'> & { of: ItemLineFragment }) {
  const { states, level } = props;
  const { data, error, fetchMore, refetch } = useQuery(BACKLOG, {
    variables: {
      productId: of.product.id,
      filter: { parentId: of.id, ...(states.length > 0 && { states: [...states] }) },
      sort: 'ORDER',
      descending: false,
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
  });
  const [pending, setPending] = useState(false);
  const more = async () => {
    setPending(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: data?.backlog.pageInfo.endCursor ?? null } }).catch(() => {});
    setPending(false);
  };
  if (!data) {
    return (
      <Line level={level}>
        {error ? (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={
              <Button size="sm" onClick={() => void refetch().catch(() => {})}>
                Try again
              </Button>
            }
          />
        ) : (
          'Loading …'
        )}
      </Line>
    );
  }
  const { edges, pageInfo, totalCount } = data.backlog;
  return (
    <>
      <TreeRows {...props} items={edges.map(({ node }) => node)} />
      {pageInfo.hasNextPage && (
        <Line level={level}>
          <Button size="sm" variant="ghost" pending={pending} onClick={() => void more()}>
            Show more of {of.key} ({edges.length} of {totalCount})
          </Button>
        </Line>
      )}
    </>
  );
}

function Line({ level, children }: { level: number; children: ReactNode }) {
  const style: CSSProperties & Record<`--${string}`, number> = { '--level': level - 1 };
  return (
    <tr className="backlog__branch" style={style}>
      <td colSpan={COLUMN_COUNT}>{children}</td>
    </tr>
  );
}
