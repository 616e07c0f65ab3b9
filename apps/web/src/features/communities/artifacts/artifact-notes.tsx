import { ErrorNote } from '@chapterhouse/ui/error-note';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import type { ShownArtifact } from './shown-artifact';

/** What a reader has to know before they rely on it. */
export function ArtifactNotes({ artifact }: { artifact: ShownArtifact }) {
  const today = useToday();
  const { summary, archivedAt, archiveReason, reviewOverdue, reviewDueOn } = artifact;
  return (
    <>
      {summary !== '' && <p className="artifact__summary">{summary}</p>}
      {archivedAt !== null && (
        <ErrorNote tone="attention" title="This is in the archive." next={archiveReason ?? undefined} />
      )}
      {archivedAt === null && reviewOverdue && reviewDueOn !== null && (
        <ErrorNote
          tone="attention"
          title={`It was to be looked at again by ${dayWords(reviewDueOn, today)}.`}
          next="It may be out of date. Propose a change where it is."
        />
      )}
    </>
  );
}
