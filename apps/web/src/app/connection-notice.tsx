import { CloudUpload, RefreshCw, TriangleAlert, WifiOff } from 'lucide-react';
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
  const edits = useWaitingEdits();
  const refused = edits.filter(({ refusal }) => refusal).length;
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
  return edits.length > 0 ? (
    <div className="shell__banner">
      {refused > 0 ? <TriangleAlert aria-hidden /> : <CloudUpload aria-hidden />}
      <output>{refused > 0 ? refusedWords(refused) : 'What you changed without a connection is being sent.'}</output>
      <WaitingEdits />
    </div>
  ) : null;
}

const refusedWords = (count: number): string =>
  count === 1
    ? 'One change that you made without a connection was not saved.'
    : `${count} changes that you made without a connection were not saved.`;
