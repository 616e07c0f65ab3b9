export { ACTION_FACTS } from './actions/actions.operations';
export { ActionLines } from './actions/action-lines';
export { AddActionDialog } from './actions/add-action-dialog';
export { MeetingsOf } from './about/meetings-of';
export { RotasOfTeam } from './about/rotas-of-team';
export { useCadenceChanges } from './use-cadence-changes';
