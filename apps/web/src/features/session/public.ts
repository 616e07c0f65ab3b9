export { PersonMenu } from './person-menu';
export { SessionEndedDialog } from './session-ended-dialog';
