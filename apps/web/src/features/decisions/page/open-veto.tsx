import { momentWords } from '../../../platform/dates/day-words';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useNow } from '../../impediments/public';
import type { ShownDecision } from './decision-body';

/** Beside the state: until when it can be vetoed, first of all for whoever may; nothing once it stands. */
export function OpenVeto({ decision }: { decision: ShownDecision }) {
  const { timeZone } = useViewer().organization;
  const now = useNow();
  const { state, flow } = decision;
  if (state !== 'ACCEPTED' || flow.vetoEndsAt === null || Date.parse(flow.vetoEndsAt) <= now) return null;
  const own = can(decision, 'decision:veto');
  return (
    <span className={own ? 'decision__veto' : undefined}>
      {own ? 'you may veto it until' : 'open to a veto until'}{' '}
      <time dateTime={flow.vetoEndsAt}>{momentWords(flow.vetoEndsAt, timeZone)}</time>
    </span>
  );
}
