import { refuserOf } from '../refusal.js';

/** Codes of this feature. */
export interface ImportRefusals {
  /** The import is not in a state that allows this. */
  IMPORT_STATE: { state: string; expected: string[] };
  /** Another import of the organization is being applied; one at a time. */
  IMPORT_RUNNING: Record<never, never>;
  /** Bytes. */
  IMPORT_TOO_LARGE: { limit: number };
}

export const refuseImport = refuserOf<ImportRefusals>();
