import { useRef } from 'react';
import { newIdempotencyKey } from '../../platform/idempotency/use-idempotency-key';

/** A key for what is sent: the same content again, after a reply that was lost, has one effect; other content is another sending. */
export function useContentKey(): { keyOf: (content: unknown) => string } {
  const last = useRef<{ content: string; key: string } | null>(null);
  return {
    keyOf: (sent) => {
      const content = JSON.stringify(sent);
      if (last.current?.content !== content) last.current = { content, key: newIdempotencyKey() };
      return last.current.key;
    },
  };
}
