import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Popover } from '@chapterhouse/ui/popover';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../../../platform/session/session-provider';
import { activitySentence, isTold } from '../impediment-detail/activity-sentence';
import { sinceWords } from '../impediment-times';
import { plural } from '../plural';
import type { BoardVisit } from './use-board-visit';
import './visit-line.css';

export type VisitLineProps = {
  visit: BoardVisit;
  /** Only what changed is shown now. */
  filtered: boolean;
  onFilter: (changed: boolean) => void;
};

/** One quiet line: how much changed since somebody was here last, and what. Gone once it was read. */
export function VisitLine({ visit: { since, news, truncated }, filtered, onFilter }: VisitLineProps) {
  const { timeZone } = useViewer().organization;
  const [read, setRead] = useState(false);
  const told = news.filter(({ entries }) => entries.some(isTold));
  if (since === null || told.length === 0 || (read && !filtered)) return null;
  return (
    <div className="visit-line">
      <p>
        {truncated ? 'More than ' : ''}
        {plural(told.length, 'impediment')} changed since {sinceWords(since, timeZone)}.
      </p>
      <Popover
        label="What changed since you were last here"
        trigger={
          <Button size="sm" variant="ghost">
            What changed
          </Button>
        }
      >
        <ol className="visit-line__news">
          {told.map(({ impediment, entries }) => (
            <News key={impediment.id} impediment={impediment} entries={entries.filter(isTold)} />
          ))}
        </ol>
      </Popover>
      <Button size="sm" variant="ghost" aria-pressed={filtered} onClick={() => onFilter(!filtered)}>
        Show only these
      </Button>
      <IconButton
        label="I have seen it"
        size="sm"
        icon={<X aria-hidden />}
        onClick={() => {
          setRead(true);
          onFilter(false);
        }}
      />
    </div>
  );
}

type NewsProps = Pick<BoardVisit['news'][number], 'impediment' | 'entries'>;

function News({ impediment, entries }: NewsProps) {
  const { search } = useLocation();
  return (
    <li>
      <Link to={{ pathname: `/impediments/${impediment.key}`, search }}>
        {impediment.key} {impediment.title}
      </Link>
      <ul>
        {entries.slice(0, 3).map((entry) => (
          <li key={entry.id}>
            {entry.actor?.name ?? 'Chapterhouse'} {activitySentence(entry).words}
          </li>
        ))}
        {entries.length > 3 && <li>and {plural(entries.length - 3, 'thing')} more</li>}
      </ul>
    </li>
  );
}
