import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ItemLineFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { BACKLOG } from '../backlog/backlog.operations';
import { ItemBlockedMark } from '../item/item-blocked-mark';
import { ItemLink } from '../item/item-link';
import { pointsWords } from '../item/item-words';
import { PLACE_TASK } from '../item-acts/item-acts.operations';
import { useItemAct } from '../item-acts/use-item-act';
import { tellNotSaved } from '../item-acts/use-line-edit';
import { setCreating } from '../item-form/create-state';
import { useMayCreate } from '../use-may-create';
import { ItemPart } from './item-part';
import type { ShownItem } from './use-item';

/** Parts at a time. */
const PAGE = 50;

/** What is part of it, in its order; tasks are put before and after each other here. */
export function ItemChildren({ item }: { item: ShownItem }) {
  const create = useMayCreate(item.product.id);
  const { data, error, fetchMore, refetch } = useQuery(BACKLOG, {
    variables: {
      productId: item.product.id,
      filter: { parentId: item.id, states: ['DRAFT', 'READY', 'IN_PROGRESS', 'DONE', 'DROPPED'] },
      sort: 'ORDER',
      descending: false,
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
  });
  const [pending, setPending] = useState(false);
  const act = useItemAct();
  if (item.tier === 'TASK') return null;
  const parts = data?.backlog.edges.map(({ node }) => node) ?? [];
  const more = async () => {
    setPending(true);
    await fetchMore({ variables: { after: data?.backlog.pageInfo.endCursor ?? null } }).catch(() => {});
    setPending(false);
  };
  const place = async (task: ItemLineFragment, to: number) => {
    const others = parts.filter(({ id }) => id !== task.id);
    const after = others[to - 1]?.id ?? null;
    const outcome = await act(task.key, PLACE_TASK, { id: task.id, version: task.version, after });
    if (!outcome.done) return tellNotSaved(task.key, outcome.refusal);
    announce(`${task.key} is number ${to + 1} of ${parts.length}.`);
    await refetch().catch(() => {});
  };
  const begin = (tier: 'FEATURE' | 'TASK') =>
    setCreating({
      productId: item.product.id,
      tier,
      parent: { id: item.id, key: item.key, title: item.title, tier: item.tier },
      area: item.area,
      team: item.team,
    });
  return (
    <ItemPart
      title={item.childCount === 0 ? 'Parts' : `Parts, ${item.openChildCount} of ${item.childCount} open`}
      action={
        <>
          {item.tier === 'EPIC' && create.anyTier && (
            <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => begin('FEATURE')}>
              Feature
            </Button>
          )}
          {create.item && (
            <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => begin('TASK')}>
              Task
            </Button>
          )}
        </>
      }
    >
      {!data && !error && <Skeleton lines={3} label="Loading the parts" />}
      {!data && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <Button size="sm" onClick={() => void refetch().catch(() => {})}>
              Try again
            </Button>
          }
        />
      )}
      {data && parts.length === 0 && <p className="item-page__none">Nothing is part of it yet.</p>}
      <ol className="item-children">
        {parts.map((part, at) => (
          <li key={part.id}>
            <ItemLink item={part} />
            <span className="item-children__facts">
              <ItemBlockedMark blocked={part.blocked} />
              {part.team && part.team.id !== item.team?.id && <span>{part.team.name}</span>}
              {part.points !== null && <span>{pointsWords(part.points)}</span>}
              {can(part, 'item:place') && parts.length > 1 && (
                <>
                  <IconButton
                    size="sm"
                    label={`${part.key}: earlier`}
                    icon={<ArrowUp aria-hidden />}
                    disabled={at === 0}
                    onClick={() => void place(part, at - 1)}
                  />
                  <IconButton
                    size="sm"
                    label={`${part.key}: later`}
                    icon={<ArrowDown aria-hidden />}
                    disabled={at === parts.length - 1}
                    onClick={() => void place(part, at + 1)}
                  />
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {data?.backlog.pageInfo.hasNextPage && (
        <Button size="sm" pending={pending} onClick={() => void more()}>
          Show more
        </Button>
      )}
    </ItemPart>
  );
}
