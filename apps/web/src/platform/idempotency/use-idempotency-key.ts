import { useCallback, useRef } from 'react';

/** 128 random bits as hex. Not `randomUUID`: that needs https, and a trial may be opened by plain address. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One key per form mount: a double click or a retry after a lost reply has one effect.
 * A form that stays open after a success calls `renew()` before its next, different sending.
 */
export function useIdempotencyKey(): { key: () => string; renew: () => void } {
  const current = useRef<string | null>(null);
  const key = useCallback(() => (current.current ??= newIdempotencyKey()), []);
  const renew = useCallback(() => {
    current.current = null;
  }, []);
  return { key, renew };
}
