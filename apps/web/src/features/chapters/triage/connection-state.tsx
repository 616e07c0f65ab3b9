import { RefreshCw } from 'lucide-react';

/** That one sees an old state, and what becomes of what one does meanwhile. */
export function ConnectionState({ connected }: { connected: boolean }) {
  return (
    <output className="triage__lost" data-lost={!connected || undefined}>
      {!connected && (
        <>
          <RefreshCw aria-hidden />
          The connection is lost; trying again. Your dots and results are kept and sent when it is back; everybody then
          sees the same again.
        </>
      )}
    </output>
  );
}
