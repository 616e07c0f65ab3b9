import { DraftNote } from '../../../platform/drafts/draft-note';
import type { KeptDraft } from '../../../platform/drafts/use-draft';

/** One note for both texts that came back; a text that another tab has changed gets its own. */
export function RestoredWords({ drafts }: { drafts: readonly KeptDraft[] }) {
  const torn = drafts.find(({ other }) => other !== null);
  if (torn) return <DraftNote draft={torn} />;
  const back = drafts.filter(({ restoredAt }) => restoredAt !== null);
  const [first] = back;
  if (!first) return null;
  const discard = () => {
    const undo = back.map((draft) => draft.discard());
    return () => undo.forEach((putBack) => putBack());
  };
  return <DraftNote draft={{ ...first, discard }} />;
}
