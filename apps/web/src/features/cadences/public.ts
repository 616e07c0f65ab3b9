export { ACTION_FACTS } from './actions/actions.operations';
export { ActionLines } from './actions/action-lines';
export { AddActionDialog } from './actions/add-action-dialog';
