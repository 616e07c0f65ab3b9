import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useRef, useState } from 'react';
import type { ActionFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { COMPLETE_ACTION, REOPEN_ACTION } from './actions.operations';

type Acted = Pick<ActionFactsFragment, 'id' | 'title' | 'version'>;

/** Steps by one press, without a form; done is taken back by one more. */
export function useActionSteps(action: Acted) {
  const client = useApolloClient();
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);

  const run = async (step: () => Promise<unknown>) => {
    if (underWay.current) return;
    underWay.current = true;
    setPending(true);
    try {
      await step();
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
      await client.refetchQueries({ include: 'active' }).catch(() => []);
    } finally {
      underWay.current = false;
      setPending(false);
    }
  };
  const reopen = ({ id, title, version }: Acted = action) =>
    run(async () => {
      const variables = { id, version, idempotencyKey: newIdempotencyKey() };
      await client.mutate({ mutation: REOPEN_ACTION, variables, refetchQueries: 'active' });
      notify({ title: `“${title}” is open again.`, subject: id });
    });
  const complete = () =>
    run(async () => {
      const { id, title, version } = action;
      const variables = { id, version, result: null, idempotencyKey: newIdempotencyKey() };
      const { data } = await client.mutate({ mutation: COMPLETE_ACTION, variables, refetchQueries: 'active' });
      const done = data?.action;
      notify({
        title: `“${title}” is done.`,
        subject: id,
        ...(done && { action: { label: 'Undo', onSelect: () => void reopen(done) } }),
      });
    });
  return { pending, complete, reopen: () => reopen() };
}
