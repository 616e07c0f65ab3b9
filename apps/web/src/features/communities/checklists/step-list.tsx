import { MarkdownText } from '../../../platform/markdown/markdown-text';
import type { Step } from './step-lines';
import './step-list.css';

/** The steps of a checklist, to read. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return <p>It has no steps yet.</p>;
  return (
    <ol className="step-list">
      {steps.map(({ id, text, hint, depth }) => (
        <li key={id} className="step-list__step" data-depth={depth}>
          {text}
          {hint !== '' && (
            <div className="step-list__hint">
              <MarkdownText text={hint} headings={4} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
