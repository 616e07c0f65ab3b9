import { RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLiveStatus } from '../platform/live/live-status';
import { useAway } from '../platform/offline/connection';
import { useWaitingEdits } from '../platform/offline/outbox';
import { useResumedOutbox, WaitingEdits } from './waiting-edits';

/** A connection that comes back sooner than this, in milliseconds, is not worth a word. */
const PATIENCE = 4_000;

/** Says when the screen may be out of date, and when it no longer is. */
export function ConnectionNotice() {
  useResumedOutbox();
  const away = useAway();
  const waiting = useWaitingEdits().length > 0;
  const reconnecting = useLiveStatus() === 'reconnecting';
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!reconnecting) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [reconnecting]);

  if (away) {
    return (
      <div className="shell__banner">
        <WifiOff aria-hidden />
        <output>
          No connection. You can go on reading what you have opened before; what you change waits and is sent when the
          connection is back.
        </output>
        <WaitingEdits />
      </div>
    );
  }
  if (reconnecting && late) {
    return (
      <output className="shell__banner">
        <RefreshCw aria-hidden />
        The live connection is lost; trying again. What you see may be a little old.
      </output>
    );
  }
  return waiting ? (
    <div className="shell__banner">
      <WaitingEdits />
    </div>
  ) : null;
}
