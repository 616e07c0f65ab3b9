import { Avatar } from '@chapterhouse/ui/avatar';
import { Popover } from '@chapterhouse/ui/popover';
import { notify } from '@chapterhouse/ui/toast';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { can } from '../../../platform/session/can';
import { ASSIGN_IMPEDIMENT } from '../impediment-moves/moves.operations';
import { type Owner, OwnerField } from '../impediment-moves/owner-field';
import { useImpedimentAct } from '../use-impediment-act';
import '../../../platform/forms/in-place.css';

/** Who sees to it, and giving it to somebody else where it stands. */
export function DetailOwner({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const act = useImpedimentAct();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | undefined>(undefined);
  const { id, owner, version } = impediment;
  const give = async (chosen: Owner | null) => {
    // Emptying the field takes nobody's work away: an owner is followed by another.
    if (chosen === null || chosen.id === owner?.id) return;
    setError(undefined);
    const variables = { id, version, ownerId: chosen.id, idempotencyKey: newIdempotencyKey() };
    const outcome = await act(impediment, ASSIGN_IMPEDIMENT, variables);
    if (outcome.done) setOpen(false);
    else if (outcome.refusal.code === 'CONFLICT') {
      setOpen(false);
      notify({ tone: 'problem', title: outcome.refusal.title, detail: 'Look at who owns it now, and choose again.' });
    } else setError(outcome.refusal.fields['ownerId'] ?? `${outcome.refusal.title} ${outcome.refusal.next}`);
  };
  return (
    <div className="in-place">
      {owner ? (
        <Link className="detail__person" to={`/people/${owner.id}`}>
          <Avatar name={owner.name} size="sm" decorative />
          {owner.name}
        </Link>
      ) : (
        <span className="detail__quiet">nobody yet</span>
      )}
      {can(impediment, 'impediment:assign') && (
        <Popover
          label="Choose the owner"
          open={open}
          onOpenChange={(next) => {
            setOpen(next);
            setError(undefined);
          }}
          trigger={
            <button type="button" className="in-place__edit" aria-label="Change the owner" data-edits="owner">
              <Pencil aria-hidden />
            </button>
          }
        >
          <OwnerField value={owner} onChange={(chosen) => void give(chosen)} error={error} />
        </Popover>
      )}
    </div>
  );
}
