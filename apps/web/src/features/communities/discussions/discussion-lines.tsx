import { Link } from 'react-router';
import type { DiscussionLineFragment } from '../../../generated/graphql';
import { Moment, plural } from '../../impediments/public';
import './discussion-lines.css';

export type DiscussionLinesProps = { label: string; discussions: readonly DiscussionLineFragment[] };

/** Each by its title, with who began it and how it goes on. */
export function DiscussionLines({ label, discussions }: DiscussionLinesProps) {
  return (
    <ul className="discussion-lines" aria-label={label}>
      {discussions.map(({ id, title, by, at, lastAt, replyCount, closed }) => (
        <li key={id}>
          <Link to={`/discussions/${encodeURIComponent(id)}`} data-line={id}>
            {title}
          </Link>
          <span>
            {by.name}, {replyCount === 0 ? <Moment at={at} /> : plural(replyCount, 'reply', 'replies')}
            {replyCount > 0 && (
              <>
                , the last <Moment at={lastAt} />
              </>
            )}
            {closed && ' · closed'}
          </span>
        </li>
      ))}
    </ul>
  );
}
