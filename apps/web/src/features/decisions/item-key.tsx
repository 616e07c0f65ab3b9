import { Link } from 'react-router';
import './item-key.css';

/** The key of a backlog item; it leads to what was decided about the item. */
export function ItemKey({ itemKey }: { itemKey: string }) {
  return (
    <Link
      className="item-key"
      to={`/decisions?${new URLSearchParams({ touchesKey: itemKey })}`}
      title="What was decided about it"
    >
      {itemKey}
    </Link>
  );
}
