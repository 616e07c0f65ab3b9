import { ErrorNote } from '@chapterhouse/ui/error-note';

export type ConflictNoteProps = { lines: readonly { label: string; value: string }[] };

/** What somebody else saved first; what was typed here stays in the fields. */
export function ConflictNote({ lines }: ConflictNoteProps) {
  return (
    <ErrorNote
      title="Somebody saved a change before you."
      next={
        <>
          {lines.length > 0 && (
            <dl className="conflict">
              {lines.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label} now</dt>
                  <dd>{value || 'empty'}</dd>
                </div>
              ))}
            </dl>
          )}
          <p>What you typed is kept. Save it over theirs, or cancel to leave theirs.</p>
        </>
      }
    />
  );
}
