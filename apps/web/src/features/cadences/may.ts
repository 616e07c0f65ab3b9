import type { WithViewerCan } from '../../platform/session/can';

/** What the server may say of a meeting, an action or a rota that somebody looks at. */
export type MeetingAction =
  | 'cadence:edit'
  | 'cadence:end'
  | 'occurrence:move'
  | 'occurrence:cancel'
  | 'occurrence:skip'
  | 'occurrence:restore'
  | 'occurrence:write-notes'
  | 'occurrence:set-facilitator'
  | 'occurrence:answer'
  | 'occurrence:record-attendance'
  | 'occurrence:add-outcome'
  | 'action:add'
  | 'action:edit'
  | 'action:complete'
  | 'action:drop'
  | 'action:reopen'
  | 'rota:edit'
  | 'rota:end'
  | 'rota:skip'
  | 'rota:swap';

export const may = (thing: WithViewerCan | null | undefined, action: MeetingAction): boolean =>
  thing?.viewerCan.includes(action) ?? false;
