import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useToday } from '../../../platform/dates/use-today';
import type { ScopeRef } from '../dialogs/dialog-request';
import { useDialogs } from '../dialogs/use-dialogs';
import { AssignmentList } from './assignment-list';
import { heldIn } from './held-in';
import { SCOPE_ROLES } from './roles.operations';
import { byRole } from './role-order';

export type ScopeRolesDialogProps = { scope: ScopeRef; viewerCan: readonly string[]; onClose: () => void };

/** Who holds roles in a product, an area or the whole organization, today; to hand over, end or add. */
export function ScopeRolesDialog({ scope, viewerCan, onClose }: ScopeRolesDialogProps) {
  const on = useToday();
  const show = useDialogs();
  const { data, error } = useQuery(SCOPE_ROLES, { variables: { id: scope.id, on }, fetchPolicy: 'cache-and-network' });
  const held = heldIn(data).toSorted(byRole);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Roles in ${scope.name}`} size="md">
      {error && !data && <RefusalNote refusal={shownRefusal(error)} />}
      {!error && !data && <Skeleton lines={3} />}
      {data && held.length === 0 && <p className="form-dialog__words">Nobody holds a role here today.</p>}
      {held.length > 0 && <AssignmentList label="Held today" assignments={held} lead="person" />}
      {viewerCan.includes('role:assign') && (
        <DialogActions>
          <Button variant="primary" onClick={() => show({ ask: 'assign-role', scope })}>
            Assign a role
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}
