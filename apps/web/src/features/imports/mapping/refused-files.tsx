import { ErrorNote } from '@chapterhouse/ui/error-note';
import { jiraChoicesOf } from './jira-choices';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Why nothing can be taken from the files of an import, and where; null when something can. */
export function refusalOf(choices: unknown): { where: string; what: string } | null {
  const refused: unknown = isRecord(choices) ? choices['refused'] : null;
  if (!isRecord(refused) || typeof refused['what'] !== 'string') return null;
  return { where: typeof refused['where'] === 'string' ? refused['where'] : '', what: refused['what'] };
}

/** Said at once after sending: there is nothing to map. */
export function RefusedFiles({ where, what }: { where: string; what: string }) {
  return (
    <ErrorNote
      title="Nothing can be taken from what was sent."
      next={
        <>
          <p>{where === '' ? what : `${where}: ${what}`}</p>
          <p>Discard this import, then send the right file, or this one as another kind.</p>
        </>
      }
    />
  );
}

/** They can be read once somebody says which column has the keys. */
export function isMendable(choices: unknown): boolean {
  return jiraChoicesOf(choices).keyColumns.length > 0;
}

/** Said above what the columns are chosen with. */
export function UnknownColumns({ where, what }: { where: string; what: string }) {
  return (
    <ErrorNote
      tone="attention"
      title="The names of its columns are not known."
      next={
        <>
          <p>{where === '' ? what : `${where}: ${what}`}</p>
          <p>Choose below what they are, then preview; a saved mapping does it for the next file.</p>
        </>
      }
    />
  );
}
