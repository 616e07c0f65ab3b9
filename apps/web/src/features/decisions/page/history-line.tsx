import { IconButton } from '@chapterhouse/ui/icon-button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Link, useLocation } from 'react-router';
import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import { DecisionStateBadge } from '../decision-state-badge';
import type { ShownDecision } from './decision-body';
import type { HistoryWalk } from './use-history-walk';

export type HistoryLineProps = { decision: ShownDecision; walk: HistoryWalk };

/** Those before it and those that replaced it, the oldest first. Walked by its links and arrows, and by keys. */
export function HistoryLine({ decision, walk }: HistoryLineProps) {
  const id = useId();
  const { history, key } = decision;
  const { at, older, newer } = walk;
  const { state } = useLocation();
  const { timeZone } = useViewer().organization;
  const today = useToday();
  if (history.length < 2) return null;
  return (
    <section className="history-line" aria-labelledby={id}>
      <div className="history-line__head">
        <h3 id={id}>History</h3>
        <span className="history-line__place">
          {at + 1} of {history.length}
        </span>
        <IconButton
          size="sm"
          label="The decision before it"
          shortcut="["
          icon={<ChevronLeft aria-hidden />}
          disabled={older === null}
          onClick={() => older?.()}
        />
        <IconButton
          size="sm"
          label="The decision that came after"
          shortcut="]"
          icon={<ChevronRight aria-hidden />}
          disabled={newer === null}
          onClick={() => newer?.()}
        />
      </div>
      <ol className="history-line__list">
        {history.map((one) => (
          <li key={one.id} className="history-line__one" data-here={one.key === key || undefined}>
            <DecisionStateBadge state={one.state} labelHidden />
            <Link
              to={`/decisions/${one.key}`}
              state={state}
              aria-current={one.key === key ? 'page' : undefined}
              className="history-line__link"
            >
              <span className="history-line__key">
                {one.key}
                <time dateTime={one.decidedAt ?? one.proposedAt}>
                  {dayWords(todayIn(timeZone, new Date(one.decidedAt ?? one.proposedAt)), today)}
                </time>
              </span>
              <span className="history-line__title">{one.title}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
