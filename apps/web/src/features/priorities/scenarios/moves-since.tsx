import { Moment } from '../../impediments/public';
import type { Comparison } from './publish-words';
import './moves-since.css';

type Move = Comparison['meanwhile'][number];

/** What the order did since a scenario was copied from it, the latest first. */
export function MovesSince({ moves }: { moves: readonly Move[] }) {
  if (moves.length === 0) return null;
  return (
    <ol className="moves-since">
      {moves.map((move) => (
        <li key={move.id}>
          <span className="moves-since__item">
            {move.item.key} {move.item.title}
          </span>{' '}
          <span className="moves-since__how">
            {howWords(move)}, {move.by?.name ?? 'Chapterhouse'}, <Moment at={move.at} />
          </span>
          {move.reason !== '' && <q>{move.reason}</q>}
        </li>
      ))}
    </ol>
  );
}

/** "from 4 to 1, and 2 more" */
function howWords({ from, to, count }: Move): string {
  const way = from === null ? `came in at ${to ?? '?'}` : to === null ? `left from ${from}` : `from ${from} to ${to}`;
  return count > 1 ? `${way}, and ${count - 1} more` : way;
}
