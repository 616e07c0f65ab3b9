import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { Tx } from '../../platform/database/tx.js';
import type { ImportFile } from './import-file.js';
import type { ImportSteps } from './import-steps.js';

export const IMPORT_KINDS = ['ORG', 'SIGS', 'JIRA_JSON', 'JIRA_CSV', 'ADR', 'KEP', 'CALENDAR', 'PLAYBOOK'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What an import is made of. */
export interface ImportOrder {
  organizationId: string;
  kind: ImportKind;
  files: ImportFile[];
  /** As somebody chose it; what is missing has a default. */
  mapping: unknown;
}

/** Files that were read, not yet compared with the organization. */
export interface ReadImport {
  /** What the files offer to the mapping; `defaults` is the mapping that nobody has changed. */
  choices: object;
  /** The mapping with its defaults, as plain JSON. */
  mapping: object;
  /** Problems so far; the plan goes on with it. */
  tally: ImportTally;
  /**
   * What others must know of before it begins: in a transaction of its own, which is committed first. What it does may stay
   * although the import fails.
   */
  prepare?: (tx: Tx) => Promise<void>;
  /** Compares with the organization as it is in the transaction; notes what will be done and writes nothing. */
  plan(tx: Tx): Promise<PlannedImport | SteppedImport>;
}

/** What is small enough for one transaction, of two seconds at the most. */
export interface PlannedImport {
  /** How many steps `apply` will count. */
  total: number;
  /** Writes all of it in the transaction; `step` hears how many steps are done. */
  apply(tx: Tx, step: (done: number) => void): Promise<void>;
}

/** What may be large. A run that ended early is gone on with by planning again: what is in is not planned any more. */
export interface SteppedImport {
  /** How many records there are that people see counted. */
  total: number;
  inSteps(steps: ImportSteps): Promise<void>;
}
