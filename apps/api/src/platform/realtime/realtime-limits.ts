/** How much one socket, session, person, address and process may hold. Times in milliseconds, sizes in bytes. */
export interface RealtimeLimits {
  /** Of one frame, and of a message in several frames. */
  mostMessageBytes: number;
  mostSockets: number;
  mostSocketsPerSession: number;
  /** That have not said who they are yet; many people may share an address, so the others are counted by session. */
  mostStrangersPerAddress: number;
  mostSubscriptionsPerSocket: number;
  mostSubscriptionsPerPerson: number;
  /** Of a client within `messageWindowMs`: subscribing to nonsense costs us more than it costs them. */
  mostMessages: number;
  messageWindowMs: number;
  /** Written, but not yet taken by the network: a reader that is this far behind has to come back by its cursor. */
  mostUnsentBytes: number;
  initWithinMs: number;
  pingEveryMs: number;
  /** Sessions and roles behind open sockets are looked up again this often. */
  recheckEveryMs: number;
  /** No event is delivered on a look-up older than this. */
  trustViewerForMs: number;
  mostAgeMs: number;
  /** Between our close frame and the end of the connection, for clients that do not answer. */
  closeWithinMs: number;
}

export const REALTIME_LIMITS: RealtimeLimits = {
  mostMessageBytes: 64 * 1024,
  mostSockets: 6000,
  mostSocketsPerSession: 20,
  mostStrangersPerAddress: 100,
  mostSubscriptionsPerSocket: 20,
  mostSubscriptionsPerPerson: 200,
  mostMessages: 200,
  messageWindowMs: 10_000,
  mostUnsentBytes: 256 * 1024,
  initWithinMs: 3000,
  pingEveryMs: 20_000,
  recheckEveryMs: 2500,
  trustViewerForMs: 5000,
  mostAgeMs: 15 * 60_000,
  closeWithinMs: 1500,
};

/** Tests put smaller ones in their place. */
export const LIMITS = 'REALTIME_LIMITS';

/** Why we close a socket, beside the codes of graphql-transport-ws. Clients come back after all but `FORBIDDEN`. */
export const CLOSE = {
  GOING_AWAY: 1001,
  TRY_LATER: 1013,
  BAD_REQUEST: 4400,
  FORBIDDEN: 4403,
  TOO_MANY_MESSAGES: 4429,
  TOO_SLOW: 4498,
  TIME_IS_UP: 4499,
  INTERNAL: 4500,
} as const;
