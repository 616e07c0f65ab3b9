import { IconButton } from '@chapterhouse/ui/icon-button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { DecisionStateBadge } from '../decision-state-badge';
import type { ShownDecision } from './decision-body';

/** Those before it and those that replaced it, the oldest first. Walked by its links, its arrows, `[` and `]`. */
export function HistoryLine({ decision }: { decision: ShownDecision }) {
  const id = useId();
  const { history, key } = decision;
  const navigate = useNavigate();
  const { state } = useLocation();
  const { timeZone } = useViewer().organization;
  const today = useToday();
  const at = history.findIndex((one) => one.key === key);
  const [before, after] = [history[at - 1], history[at + 1]];
  // Where somebody came from stays: "back" leads there, however far they walked.
  const go = (to: { key: string } | undefined) => to && void navigate(`/decisions/${to.key}`, { state });
  useShortcut({ key: '[', label: 'The decision before it', when: before !== undefined, run: () => go(before) });
  useShortcut({ key: ']', label: 'The decision that came after', when: after !== undefined, run: () => go(after) });
  if (history.length < 2) return null;
  return (
    <section className="history-line" aria-labelledby={id}>
      <div className="history-line__head">
        <h3 id={id}>How it came to this</h3>
        <span className="history-line__place">
          {at + 1} of {history.length}
        </span>
        <IconButton
          size="sm"
          label="The decision before it"
          shortcut="["
          icon={<ChevronLeft aria-hidden />}
          disabled={before === undefined}
          onClick={() => go(before)}
        />
        <IconButton
          size="sm"
          label="The decision that came after"
          shortcut="]"
          icon={<ChevronRight aria-hidden />}
          disabled={after === undefined}
          onClick={() => go(after)}
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
