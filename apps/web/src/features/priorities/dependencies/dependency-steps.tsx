import { useId } from 'react';
import { Moment } from '../../impediments/public';
import { DependencyStateBadge } from './dependency-state-badge';
import { type ShownStep, stepWords } from './dependency-words';
import { useDayWords } from './use-day-words';

export type DependencyStepsProps = {
  steps: readonly ShownStep[];
  /** What is asked for: said above already. */
  words: string;
};

/** How it came to what is agreed now, from the first question on. */
export function DependencySteps({ steps, words }: DependencyStepsProps) {
  const id = useId();
  const day = useDayWords();
  return (
    <section className="dependency-steps" aria-labelledby={id}>
      <h2 id={id}>What was said</h2>
      <ol>
        {steps.map((step, index) => (
          <li key={`${step.at} ${step.state}`}>
            <DependencyStateBadge state={step.state} labelHidden />
            <p>
              <strong>{step.by.name}</strong> {stepWords(step, steps[index - 1]?.state ?? null, day)}
              <span className="dependency-steps__when">
                {' · '}
                <Moment at={step.at} />
              </span>
            </p>
            {step.words !== '' && step.words !== words && <blockquote>{step.words}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
