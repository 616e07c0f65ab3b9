import { classNames } from '@chapterhouse/ui/class-names';
import { Link, useLocation } from 'react-router';
import type { ItemState, ItemTier } from '../../../generated/graphql';
import { ItemStateBadge } from './item-state-badge';
import { ItemTierMark } from './item-tier-mark';
import './item-link.css';

/** The address of an item: its panel, beside the backlog. */
export const itemAddress = (key: string): string => `/backlog/${encodeURIComponent(key)}`;

export type ItemLinkProps = {
  item: { key: string; title: string; state?: ItemState; tier?: ItemTier };
  /** Its end is cut where there is no room; else it goes on in the next line. */
  short?: boolean;
};

/** One item in a sentence or a list: its marks, key and title; it leads to the item, and the way back is kept. */
export function ItemLink({ item: { key, title, state, tier }, short = false }: ItemLinkProps) {
  const { pathname, search } = useLocation();
  return (
    <Link
      className={classNames('item-link', short && 'item-link--short')}
      to={itemAddress(key)}
      state={{ from: pathname + search }}
      title={short ? title : undefined}
    >
      {state && <ItemStateBadge state={state} labelHidden />}
      {tier && <ItemTierMark tier={tier} />}
      <span className="item-key">{key}</span> <span className="item-link__title">{title}</span>
    </Link>
  );
}
