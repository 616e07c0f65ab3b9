import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Circle, CircleDot } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { InboxEntryFactsFragment } from '../../generated/graphql';
import { Moment } from '../impediments/public';
import { TriageSummary } from './triage-summary';
import { aboutOf, addressOf, goneWords, REASON_WORDS, sentenceOf, vetoUntil } from './inbox-words';
import './inbox.css';

export type InboxListProps = {
  label: string;
  entries: readonly InboxEntryFactsFragment[];
  onRead: (entry: InboxEntryFactsFragment, read: boolean) => void;
};

/** Entries of the inbox, the latest first; opening one marks it read. */
export function InboxList({ label, entries, onRead }: InboxListProps) {
  return (
    <ol className="inbox" aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} onRead={onRead} />
      ))}
    </ol>
  );
}

function Entry({ entry, onRead }: { entry: InboxEntryFactsFragment; onRead: InboxListProps['onRead'] }) {
  const { event, reason, at, readAt, excerpt } = entry;
  const about = aboutOf(entry);
  const { pathname, search } = useLocation();
  const unread = readAt === null;
  const until = vetoUntil(entry);
  return (
    <li className={classNames('inbox__entry', unread && 'inbox__entry--unread')}>
      <IconButton
        size="sm"
        label={unread ? 'Mark as read' : 'Mark as unread'}
        icon={unread ? <CircleDot aria-hidden /> : <Circle aria-hidden />}
        {...(!about && { 'data-line': entry.id })}
        onClick={() => onRead(entry, unread)}
      />
      <div className="inbox__words">
        {unread && <VisuallyHidden>Unread.</VisuallyHidden>}
        {about ? (
          <Link
            className="inbox__title"
            to={addressOf(entry, about.key)}
            state={{ from: pathname + search }}
            data-line={entry.id}
            onClick={() => unread && onRead(entry, true)}
          >
            {about.key === '' ? about.title : `${about.key} ${about.title}`}
          </Link>
        ) : (
          <span className="inbox__title">{goneWords(event)}</span>
        )}
        <p className="inbox__sentence">
          {sentenceOf(entry)} · {REASON_WORDS[reason]} · <Moment at={at} />
        </p>
        {until !== null && (
          <p className="inbox__veto">
            You may veto it: the time ends <Moment at={until} />.
          </p>
        )}
        {entry.triageSession && <TriageSummary session={entry.triageSession} />}
        {excerpt !== '' && <blockquote className="inbox__excerpt">{excerpt}</blockquote>}
      </div>
    </li>
  );
}
