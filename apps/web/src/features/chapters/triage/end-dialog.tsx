import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { plural } from '../../impediments/public';
import { openItems, type ShownSession } from './triage-items';
import { END_TRIAGE } from './triage.operations';

/** What becomes of what is open, and who is told: it cannot be taken back. */
export function EndDialog({ session, onClose }: { session: ShownSession; onClose: () => void }) {
  const { id, version, items } = session;
  const open = openItems(items).length;
  const { act, pending, refusal } = useAct(END_TRIAGE, { refetchQueries: ['TriageSession'] });
  const { key, renew } = useIdempotencyKey();
  const submit = async () => {
    if ((await act({ sessionId: id, version, idempotencyKey: key() })) === null) return renew();
    onClose();
  };
  return (
    <FormDialog
      title="End the triage?"
      description="It does not begin again."
      submit="End it"
      pending={pending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className="form-dialog__points">
        <li>
          {open === 0
            ? 'Every item has its result.'
            : `${plural(open, 'item')} without a result ${open === 1 ? 'is' : 'are'} parked as “not reached”.`}
        </li>
        <li>The minutes are written, with results and actions.</li>
        <li>Members, and the affected teams, find a summary in their inbox.</li>
      </ul>
    </FormDialog>
  );
}
