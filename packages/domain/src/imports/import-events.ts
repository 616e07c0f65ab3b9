import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the import, of the last two a saved mapping. `import.applied` belongs to the organization's events as well. */
export interface ImportEvents {
  'import.uploaded': EventPayload;
  'import.previewed': EventPayload;
  'import.started': EventPayload;
  'import.applied': EventPayload;
  'import.failed': EventPayload;
  'import.discarded': EventPayload;
  'import.mapping-saved': EventPayload;
  'import.mapping-removed': EventPayload;
}
export type ImportEvent = keyof ImportEvents;
