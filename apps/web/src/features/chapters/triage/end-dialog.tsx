import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { plural } from '../../impediments/public';
import { currentOf, nameOf, openItems, type ShownSession, wasSpokenOf } from './triage-items';
import { END_TRIAGE } from './triage.operations';

/** What becomes of what is open, and who is told: it cannot be taken back. */
export function EndDialog({ session, onClose }: { session: ShownSession; onClose: () => void }) {
  const { id, version, items } = session;
  const open = openItems(items);
  const current = currentOf(session);
  const begun = open.filter((item) => item.id !== current?.id && wasSpokenOf(session, item)).length;
  const untouched = open.filter((item) => !wasSpokenOf(session, item)).length;
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
        {open.length === 0 && <li>Every item has its result.</li>}
        {current && (
          <li>
            {nameOf(current)} is under discussion and has no result: it is parked as “not finished”. To give it one,
            close this first.
          </li>
        )}
        {begun > 0 && <li>{parked(begun, 'that was spoken of', 'that were spoken of', 'not finished')}</li>}
        {untouched > 0 && <li>{parked(untouched, 'without a result', 'without a result', 'not reached')}</li>}
        <li>The minutes are written, with results and actions.</li>
        <li>Members, and the affected teams, find a summary in their inbox.</li>
      </ul>
    </FormDialog>
  );
}

/** "2 items without a result are parked as “not reached”." */
function parked(count: number, one: string, several: string, as: string): string {
  return `${plural(count, 'item')} ${count === 1 ? `${one} is` : `${several} are`} parked as “${as}”.`;
}
