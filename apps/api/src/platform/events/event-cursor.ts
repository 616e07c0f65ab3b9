/**
 * A place in an organization's event log: `(transaction id, event id)`. Serial ids alone would skip events of
 * transactions that began earlier and committed later.
 */
export interface EventCursor {
  xid: bigint;
  id: bigint;
}

/** Opaque text for clients. */
export function writeCursor(cursor: EventCursor): string {
  return `${cursor.xid.toString(36)}.${cursor.id.toString(36)}`;
}

/** Undefined when the text is no cursor of ours: the client is told to resync. */
export function readCursor(text: string): EventCursor | undefined {
  const match = /^([0-9a-z]{1,13})\.([0-9a-z]{1,13})$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return { xid: fromBase36(match[1]), id: fromBase36(match[2]) };
}

/** True when `a` lies behind `b`. */
export function isAfter(a: EventCursor, b: EventCursor): boolean {
  return a.xid > b.xid || (a.xid === b.xid && a.id > b.id);
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
