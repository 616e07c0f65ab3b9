import { Select } from '@chapterhouse/ui/select';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { shortWeekdayOf } from '../meeting-times';
import { SWAP_TURNS } from './rotas.operations';
import type { ShownRota } from './turns';
import { useTurnActs } from './use-turn-acts';

type Turn = ShownRota['turns'][number];
export type SwapDialogProps = { rota: ShownRota; turn: Turn; one: Turn['people'][number]; onClose: () => void };

/** Two turns change hands. */
export function SwapDialog({ rota, turn, one, onClose }: SwapDialogProps) {
  const today = useToday();
  const others = rota.turns
    .filter(
      ({ past, on, people }) => !past && on !== turn.on && people.every(({ person }) => person.id !== one.person.id),
    )
    .flatMap(({ on, people }) => people.map(({ person }) => ({ on, person })));
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(SWAP_TURNS);
  const { restore } = useTurnActs(rota);
  const swap = async () => {
    setTried(true);
    const other = others[Number(chosen)];
    if (chosen === '' || !other) return;
    const done = await act({
      rotaId: rota.id,
      version: conflictOf(refusal)?.version ?? rota.version,
      on: turn.on,
      personId: one.person.id,
      withOn: other.on,
      withPersonId: other.person.id,
      idempotencyKey: key(),
    });
    if (done === null) return;
    onClose();
    notify({
      title: `${one.person.name} and ${other.person.name} swapped turns.`,
      detail: `${other.person.name} has ${dayWords(turn.on, today)}, ${one.person.name} ${dayWords(other.on, today)}.`,
      subject: `${rota.id}:${turn.on}`,
      action: { label: 'Undo', onSelect: () => void restore(turn.on, done.swapTurns.version) },
    });
  };
  return (
    <FormDialog
      title={`Swap ${one.person.name}’s turn of ${dayWords(turn.on, today)}`}
      description="Ask the other one first: they see it here, but nobody has to agree."
      submit="Swap"
      pending={pending}
      refusal={refusal}
      onSubmit={swap}
      onClose={onClose}
    >
      <Select
        label="With whose turn"
        placeholder="Choose a turn"
        options={others.map(({ on, person }, index) => ({
          value: String(index),
          label: `${person.name}, ${shortWeekdayOf(on)} ${dayWords(on, today)}`,
        }))}
        value={chosen}
        error={tried && chosen === '' ? 'Choose the turn that they swap with.' : undefined}
        onChange={(event) => setChosen(event.target.value)}
      />
    </FormDialog>
  );
}
