import { useQuery } from '@apollo/client/react';
import { ROLE_TITLES, type Role } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { rangeWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import type { Named, ScopeRef } from '../dialogs/dialog-request';
import { useDialogs } from '../dialogs/use-dialogs';
import { heldIn } from './held-in';
import { SCOPE_ROLES } from './roles.operations';

export type TakenNoteProps = {
  refusal: ShownRefusal;
  scope: ScopeRef;
  role: Role;
  to: Named;
  startsOn: string;
  onBackup: () => void;
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Who holds the role, and the ways on: hand it over, or stand in as a backup. */
export function TakenNote({ refusal, scope, role, to, startsOn, onBackup }: TakenNoteProps) {
  const today = useToday();
  const show = useDialogs();
  const from = textOrNull(refusal.details['from']);
  const holderName = textOrNull(refusal.details['holderName']) ?? 'Somebody';
  // The other's time may begin only after the wanted day.
  const on = from !== null && from > startsOn ? from : startsOn;
  const { data } = useQuery(SCOPE_ROLES, { variables: { id: scope.id, on }, fetchPolicy: 'network-only' });
  const holding = heldIn(data).find((held) => held.role === role && held.kind === 'PRIMARY');
  const isThem = holding?.person.id === to.id;
  const range = rangeWords({ startsOn: from, endsBefore: textOrNull(refusal.details['until']) }, today);
  return (
    <ErrorNote
      tone="attention"
      title={`${holderName} is ${ROLE_TITLES[role]} of ${scope.name} (${range}).`}
      next={
        isThem
          ? 'They hold it already in these days: choose other dates or somebody else.'
          : 'There is one primary holder at a time. Hand the role over in one step, without a gap, or choose other dates.'
      }
      action={
        !isThem && (
          <>
            {holding && can(holding, 'role:hand-over') && (
              <Button size="sm" onClick={() => show({ ask: 'hand-over', assignment: holding, to, on })}>
                Hand over to {to.name}
              </Button>
            )}
            <Button size="sm" onClick={onBackup}>
              Make {to.name} the backup
            </Button>
          </>
        )
      }
    />
  );
}
