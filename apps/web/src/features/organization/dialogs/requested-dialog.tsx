import { AssignRoleDialog } from '../roles/assign-role-dialog';
import { EndRoleDialog } from '../roles/end-role-dialog';
import { HandOverDialog } from '../roles/hand-over-dialog';
import { ScopeRolesDialog } from '../roles/scope-roles-dialog';
import { AbsenceDialog } from '../people/absence-dialog';
import { AddPersonDialog } from '../people/add-person-dialog';
import { DeactivatePersonDialog } from '../people/deactivate-person-dialog';
import { EditPersonDialog } from '../people/edit-person-dialog';
import { InviteDialog } from '../people/invite-dialog';
import { ArchivePlaceDialog } from '../structure/archive-place-dialog';
import { CreateAreaDialog } from '../structure/create-area-dialog';
import { CreateProductDialog } from '../structure/create-product-dialog';
import { CreateTeamDialog } from '../structure/create-team-dialog';
import { EditPlaceDialog } from '../structure/edit-place-dialog';
import { EditProductDialog } from '../structure/edit-product-dialog';
import { MoveTeamDialog } from '../structure/move-team-dialog';
import { SettingsDialog } from '../settings/settings-dialog';
import type { DialogRequest } from './dialog-request';

export type RequestedDialogProps = { request: DialogRequest; onClose: () => void };

/** The dialog that was asked for. A new request is a new dialog: nothing typed moves from one to another. */
export function RequestedDialog({ request, onClose }: RequestedDialogProps) {
  switch (request.ask) {
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'create-product':
      return <CreateProductDialog onClose={onClose} />;
    case 'create-area':
      return <CreateAreaDialog product={request.product} onClose={onClose} />;
    case 'create-team':
      return <CreateTeamDialog area={request.area} onClose={onClose} />;
    case 'edit-product':
      return <EditProductDialog product={request.product} onClose={onClose} />;
    case 'edit-place':
      return <EditPlaceDialog kind={request.kind} place={request.place} onClose={onClose} />;
    case 'archive':
      return <ArchivePlaceDialog kind={request.kind} place={request.place} onClose={onClose} />;
    case 'move-team':
      return <MoveTeamDialog team={request.team} area={request.area} onClose={onClose} />;
    case 'scope-roles':
      return <ScopeRolesDialog scope={request.scope} viewerCan={request.viewerCan} onClose={onClose} />;
    case 'assign-role':
      return <AssignRoleDialog {...request} onClose={onClose} />;
    case 'hand-over':
      return <HandOverDialog {...request} onClose={onClose} />;
    case 'end-role':
      return <EndRoleDialog assignment={request.assignment} onClose={onClose} />;
    case 'add-person':
      return <AddPersonDialog onClose={onClose} />;
    case 'edit-person':
      return <EditPersonDialog person={request.person} onClose={onClose} />;
    case 'deactivate-person':
      return <DeactivatePersonDialog person={request.person} roles={request.roles} onClose={onClose} />;
    case 'invite':
      return <InviteDialog person={request.person} onClose={onClose} />;
    case 'absence':
      return <AbsenceDialog person={request.person} onClose={onClose} />;
  }
}
