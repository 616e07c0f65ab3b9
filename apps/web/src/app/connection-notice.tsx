import { RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLiveStatus } from '../platform/live/live-status';

/** A connection that comes back sooner than this, in milliseconds, is not worth a word. */
const PATIENCE = 4_000;

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

/** Says when the screen may be out of date, and when it no longer is. */
export function ConnectionNotice() {
  const online = useOnline();
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

  if (!online) {
    return (
      <output className="shell__banner">
        <WifiOff aria-hidden />
        You are offline. Keep this page open: what you typed stays, and changes of others arrive when you are back.
      </output>
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
  return null;
}
