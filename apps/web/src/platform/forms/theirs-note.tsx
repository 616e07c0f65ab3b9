import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ShownRefusal } from '../refusals/shown-refusal';
import { RefusalNote } from '../refusals/refusal-note';
import type { Theirs } from './use-edits';
import './form-dialog.css';

export type TheirsNoteProps = {
  theirs: readonly Theirs[];
  /** A field and its value in words. */
  tell: (theirs: Theirs) => { label: string; value: string };
  onTake: () => void;
  refusal: ShownRefusal | null;
  fieldsShown: readonly string[];
};

/** That somebody else saved a change meanwhile, and what it did to what is being changed here; or another refusal. */
export function TheirsNote({ theirs, tell, onTake, refusal, fieldsShown }: TheirsNoteProps) {
  if (theirs.length > 0) {
    return (
      <ErrorNote
        tone="attention"
        title="Somebody saved a change of the same before you."
        next={
          <>
            <dl className="conflict">
              {theirs.map((one) => {
                const { label, value } = tell(one);
                return (
                  <div key={one.field}>
                    <dt>{label} now</dt>
                    <dd>{value || 'empty'}</dd>
                  </div>
                );
              })}
            </dl>
            <p>What you changed is kept. Save it over theirs, or take theirs.</p>
          </>
        }
        action={
          <Button size="sm" onClick={onTake}>
            Take theirs
          </Button>
        }
      />
    );
  }
  if (refusal?.code === 'CONFLICT') {
    return (
      <ErrorNote
        tone="attention"
        title="Somebody saved another change a moment before you."
        next="It is shown here together with yours, which is not saved yet. Look at both, then save."
      />
    );
  }
  return <RefusalNote refusal={refusal} fieldsShown={fieldsShown} />;
}
