import { Link, useLocation } from 'react-router';
import { ImpedimentStateBadge } from '../../impediments/public';
import { ItemLink } from '../item/item-link';
import { ItemPart } from './item-part';
import type { ShownItem } from './use-item';

/** The impediments that stand in its way; nothing where none does. */
export function ItemImpediments({ item }: { item: ShownItem }) {
  const { pathname, search } = useLocation();
  if (item.impediments.length === 0) return null;
  return (
    <ItemPart title="Blocked by">
      <ul className="item-lines">
        {item.impediments.map(({ id, key, title, state }) => (
          <li key={id}>
            <ImpedimentStateBadge state={state} labelHidden />
            <Link to={`/impediments/${key}`} state={{ from: pathname + search }}>
              <span className="item-key">{key}</span> {title}
            </Link>
          </li>
        ))}
      </ul>
    </ItemPart>
  );
}

/** As the tool it came from says it, with its direction; what is not here stays as its key. */
export function ItemLinks({ item }: { item: ShownItem }) {
  if (item.links.length === 0) return null;
  return (
    <ItemPart title="Links">
      <ul className="item-lines">
        {item.links.map(({ id, phrase, key, item: other }) => (
          <li key={id}>
            <span className="item-facts__quiet">{phrase}</span>
            {other ? <ItemLink item={other} /> : <span className="item-key">{key} (not here)</span>}
          </li>
        ))}
      </ul>
    </ItemPart>
  );
}
