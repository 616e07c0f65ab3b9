import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { RESTORE_OCCURRENCE } from './occurrence.operations';

type Restored = { id: string; version: number };

/** A date is again as its series says; lasts longer than the dialog or panel that offers it. */
export function useRestore(): (of: Restored) => Promise<void> {
  const client = useApolloClient();
  return async ({ id, version }) => {
    try {
      await client.mutate({
        mutation: RESTORE_OCCURRENCE,
        variables: { id, version, idempotencyKey: newIdempotencyKey() },
      });
      await client.refetchQueries({ include: 'active' });
      notify({ title: 'The date is as its series says again.', subject: id });
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title: `Not put back. ${title}`, detail: next });
    }
  };
}
