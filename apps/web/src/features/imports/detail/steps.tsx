import { Check } from 'lucide-react';
import type { ImportState } from '../../../generated/graphql';

const STEPS = ['Files', 'Preview', 'Apply'] as const;
/** How many steps are behind. */
const DONE: Record<ImportState, number> = { UPLOADED: 1, FAILED: 1, PREVIEWED: 2, APPLYING: 2, APPLIED: 3 };

/** Where the import is on its way. */
export function Steps({ state }: { state: ImportState }) {
  const done = DONE[state];
  return (
    <ol className="import-steps" aria-label="Steps">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className="import-steps__step"
          data-done={index < done || undefined}
          aria-current={index === done ? 'step' : undefined}
        >
          <span className="import-steps__mark" aria-hidden>
            {index < done ? <Check /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
