import { ErrorNote } from '@chapterhouse/ui/error-note';

/** Nobody decides on words that they have not read. */
export function ChangedNote() {
  return (
    <ErrorNote
      tone="attention"
      title="Somebody changed it a moment before you."
      next="It is loaded as it is now. Read it again, then go on; your words are kept."
    />
  );
}
