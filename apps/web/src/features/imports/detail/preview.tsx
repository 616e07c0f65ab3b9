import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { APPLY_IMPORT } from '../imports.operations';
import { ChangesList } from './changes-list';
import { CountsTable } from './counts-table';
import { changesAnything } from './outcome';
import { ProblemsList } from './problems-list';

export type PreviewProps = {
  shown: ImportFieldsFragment;
  mayApply: boolean;
  /** The mapping below is no longer the one that this preview was made with. */
  changed: boolean;
  onReload: () => Promise<void>;
};

/** What applying would do, and the button that does it. */
export function Preview({ shown, mayApply, changed, onReload }: PreviewProps) {
  const { act, pending, refusal } = useAct(APPLY_IMPORT);
  const { id, version, preview, reportAddress } = shown;
  if (!preview) return null;
  const idle = !changesAnything(preview);
  const { refused } = preview;
  return (
    <section className="import__part" aria-labelledby="preview-title">
      <div className="import__head">
        <h2 id="preview-title">What it would change</h2>
        {mayApply && !idle && (
          <Button variant="primary" pending={pending} disabled={changed} onClick={() => void act({ id, version })}>
            Apply
          </Button>
        )}
      </div>
      {refused && <ErrorNote title="As it is, this cannot be applied." next={refused} />}
      {changed && (
        <ErrorNote
          tone="attention"
          title="You changed the mapping."
          next="This preview was made with the earlier one: preview again before you apply."
        />
      )}
      <RefusalNote
        refusal={refusal}
        action={
          <Button size="sm" onClick={() => void onReload()}>
            Show its present state
          </Button>
        }
      />
      {idle && preview.counts.length > 0 && (
        <p className="import__calm">Nothing: all that could be read is here already, as it is in the file.</p>
      )}
      {preview.counts.length === 0 && !refused && (
        <p className="import__calm">Nothing could be taken from it. The problems below say why.</p>
      )}
      {preview.counts.length > 0 && <CountsTable counts={preview.counts} tense="future" />}
      <ProblemsList problems={preview.problems} count={preview.problemCount} reportAddress={reportAddress} />
      <ChangesList changes={preview.changes} counts={preview.counts} />
    </section>
  );
}
