import { createContext, use } from 'react';
import type { DialogRequest } from './dialog-request';

export type ShowDialog = (request: DialogRequest) => void;

export const DialogsContext = createContext<ShowDialog | null>(null);

/** Opens one of the organization's dialogs above the present screen. */
export function useDialogs(): ShowDialog {
  const show = use(DialogsContext);
  if (show === null) throw new Error('useDialogs needs OrganizationDialogs above it.');
  return show;
}
