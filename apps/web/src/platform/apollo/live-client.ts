import { createClient, type Client } from 'graphql-ws';
import { setLiveStatus } from '../live/live-status';
import { markSessionEnded, presentSession } from '../session/session-ended';

/** Waits between attempts to connect again, in milliseconds: doubled up to 30 s, and spread so that a restart of the api is not met by everybody at once. */
export function retryWait(retries: number, random = Math.random): number {
  return Math.min(500 * 2 ** retries, 30_000) * (0.5 + random() / 2);
}

/** graphql-transport-ws: 4401 no session; 4403 the cookie's session is not, or no longer, alive. */
const SESSION_ENDED: readonly number[] = [4401, 4403];

const closeOf = (event: unknown): { code: number; wasClean: boolean } =>
  event instanceof CloseEvent ? event : { code: 0, wasClean: false };

export function createLiveClient(address: string): Client {
  let wanted = false;
  let asked = presentSession();
  return createClient({
    url: address,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, retryWait(retries))),
    // A refused handshake (proxy restarting, server away) is worth another attempt; an ended session is not.
    shouldRetry: (event) => !SESSION_ENDED.includes(closeOf(event).code),
    on: {
      connecting: () => {
        wanted = true;
        asked = presentSession();
      },
      connected: () => setLiveStatus('live'),
      closed: (event) => {
        const { code, wasClean } = closeOf(event);
        const sessionEnded = SESSION_ENDED.includes(code);
        if (sessionEnded) markSessionEnded(asked);
        // 1000: the last subscription ended and the client closed by itself.
        const finished = code === 1000 && wasClean;
        if (finished || sessionEnded) wanted = false;
        setLiveStatus(wanted ? 'reconnecting' : 'idle');
      },
    },
  });
}

/** `ws(s)://<this host>/graphql`. */
export function liveAddress({ protocol, host }: { protocol: string; host: string }): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}
