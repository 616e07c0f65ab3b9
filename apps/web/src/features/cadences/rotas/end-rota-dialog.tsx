import { notify } from '@chapterhouse/ui/toast';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { END_ROTA } from './rotas.operations';
import type { ShownRota } from './turns';

export type EndRotaDialogProps = { rota: ShownRota; onClose: () => void; onEnded: () => void };

/** Nobody takes turns in it any more. */
export function EndRotaDialog({ rota, onClose, onEnded }: EndRotaDialogProps) {
  const { act, pending, refusal, key } = useShownAct(END_ROTA);
  const end = async () => {
    const version = conflictOf(refusal)?.version ?? rota.version;
    if ((await act({ id: rota.id, version, idempotencyKey: key() })) === null) return;
    onClose();
    onEnded();
    notify({ title: `${rota.name} has ended.` });
  };
  return (
    <FormDialog
      title={`End ${rota.name}?`}
      description="No further turns, and it is in no list any more."
      submit="End it"
      tone="danger"
      pending={pending}
      refusal={refusal}
      onSubmit={end}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
