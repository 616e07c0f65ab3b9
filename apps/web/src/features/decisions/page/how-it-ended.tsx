import { Link } from 'react-router';
import { Moment } from '../../impediments/public';
import type { ShownDecision } from './decision-body';

/** Why it is not in force, or not any more; nothing while it is open or stands. */
export function HowItEnded({ decision }: { decision: ShownDecision }) {
  const { state, supersededBy, veto, revertReason, closeReason } = decision;
  if (state === 'SUPERSEDED' && supersededBy) {
    return (
      <div className="decision__ended">
        <p>
          No longer in force: replaced by{' '}
          <Link to={`/decisions/${supersededBy.key}`}>
            {supersededBy.key} {supersededBy.title}
          </Link>
        </p>
      </div>
    );
  }
  if (state === 'VETOED' && veto) {
    const { by, at, reason } = veto;
    return (
      <div className="decision__ended decision__ended--veto">
        <p>
          <strong>
            Vetoed by {by?.name ?? 'somebody'}
            {veto.for !== null && veto.for.id !== by?.id && ` for ${veto.for.name}`}
          </strong>
          , <Moment at={at} />: it is not in force.
        </p>
        <p className="decision__reason">{reason}</p>
      </div>
    );
  }
  if (state === 'REVERTED') return <Because words="Taken back: it is no longer in force." reason={revertReason} />;
  if (state === 'REJECTED') return <Because words="Rejected." reason={closeReason} />;
  if (state === 'WITHDRAWN') return <Because words="Withdrawn before it was decided." reason={closeReason} />;
  return null;
}

function Because({ words, reason }: { words: string; reason: string }) {
  return (
    <div className="decision__ended">
      <p>{words}</p>
      {reason !== '' && <p className="decision__reason">{reason}</p>}
    </div>
  );
}
