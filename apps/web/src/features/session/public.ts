import { lazy } from 'react';

export { PersonMenu } from './person-menu';

/** Needed seldom: its code comes when a session has ended. */
export const SessionEndedDialog = lazy(async () => ({
  default: (await import('./session-ended-dialog')).SessionEndedDialog,
}));
