import { notify } from '@chapterhouse/ui/toast';
import { useApolloClient } from '@apollo/client/react';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { RESTORE_TURN, SKIP_TURN } from './rotas.operations';

type Person = { id: string; name: string };

/** Passing a turn on, and taking that back. */
export function useTurnActs({ id, version }: { id: string; version: number }) {
  const client = useApolloClient();
  const today = useToday();
  const restore = async (on: string, of = version) => {
    try {
      await client.mutate({
        mutation: RESTORE_TURN,
        variables: { rotaId: id, version: of, on, idempotencyKey: newIdempotencyKey() },
      });
      await client.refetchQueries({ include: 'active' });
      notify({ title: `The turn of ${dayWords(on, today)} is as it was.`, subject: `${id}:${on}` });
    } catch (error) {
      refuse('Not put back.', error);
    }
  };
  const skip = async (on: string, person: Person) => {
    try {
      const { data } = await client.mutate({
        mutation: SKIP_TURN,
        variables: { rotaId: id, version, on, personId: person.id, idempotencyKey: newIdempotencyKey() },
      });
      await client.refetchQueries({ include: 'active' });
      notify({
        title: `${person.name} passes the turn of ${dayWords(on, today)} on.`,
        subject: `${id}:${on}`,
        action: { label: 'Undo', onSelect: () => void restore(on, data?.skipTurn.version) },
      });
    } catch (error) {
      refuse('Not passed on.', error);
    }
  };
  return { skip, restore };
}

function refuse(what: string, error: unknown): void {
  const { title, next } = shownRefusal(error);
  notify({ tone: 'problem', title: `${what} ${title}`, detail: next });
}
