import { MOST_STEPS } from '@chapterhouse/domain/communities/artifact-fields';
import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { moved, partCount, settled, shifted, type Step, stepsOfText } from './step-lines';
import { StepRow } from './step-row';
import { newStepId } from './use-checklist-writer';

export type StepRowsProps = { steps: readonly Step[]; onChange: (steps: Step[]) => void };

/** Steps being written, one below the other; every change of order and depth has a key. */
export function StepRows({ steps, onChange }: StepRowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  // Once the step is drawn that the hands are to be on.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(wanted.current)}"] textarea`);
    wanted.current = null;
    row?.focus();
  });
  const full = steps.length >= MOST_STEPS;

  const add = (index: number, depth: number) => {
    if (full) return announce(`A checklist has ${MOST_STEPS} steps at most.`, { urgent: true });
    const step = { id: newStepId(), text: '', hint: '', depth };
    wanted.current = step.id;
    onChange(settled(steps.toSpliced(index, 0, step)));
  };
  const change = (index: number, part: Partial<Step>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const remove = (index: number) => {
    wanted.current = (steps[index - 1] ?? steps[index + 1])?.id ?? null;
    onChange(settled(steps.toSpliced(index, 1)));
    announce('The step is removed.');
  };
  const move = (index: number, by: -1 | 1) => {
    wanted.current = steps[index]?.id ?? null;
    const next = moved(steps, index, by);
    onChange(next);
    announce(`Now at place ${next.findIndex(({ id }) => id === steps[index]?.id) + 1} of ${next.length}.`);
  };
  const shift = (index: number, by: -1 | 1) => {
    wanted.current = steps[index]?.id ?? null;
    const next = shifted(steps, index, by);
    onChange(next);
    announce(`Level ${(next[index]?.depth ?? 0) + 1}.`);
  };
  const paste = (index: number, text: string): boolean => {
    const pasted = stepsOfText(text, newStepId);
    if (pasted.length < 2) return false;
    const row = steps[index];
    const depth = row?.depth ?? 0;
    const own = pasted.map((step) => ({ ...step, depth: step.depth + depth })).slice(0, MOST_STEPS - steps.length);
    const into = row?.text === '' ? steps.toSpliced(index, 1, ...own) : steps.toSpliced(index + 1, 0, ...own);
    wanted.current = own.at(-1)?.id ?? null;
    onChange(settled(into));
    announce(`${own.length} steps are added.`);
    return true;
  };
  const keys = (event: KeyboardEvent, index: number) => {
    const step = steps[index];
    if (!step || event.nativeEvent.isComposing) return;
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    const run: Record<string, () => void> = altKey
      ? {
          ArrowUp: () => move(index, -1),
          ArrowDown: () => move(index, 1),
          ArrowRight: () => shift(index, 1),
          ArrowLeft: () => shift(index, -1),
        }
      : {
          Enter: () => add(index + 1, (steps[index + 1]?.depth ?? 0) > step.depth ? step.depth + 1 : step.depth),
          ...(step.text === '' && steps.length > 1 ? { Backspace: () => remove(index) } : {}),
        };
    const found = run[key];
    if (!found || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    found();
  };
  return (
    <>
      <ol ref={list} className="step-rows">
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            number={index + 1}
            isLast={index + partCount(steps, index) >= steps.length}
            onText={(text) => change(index, { text })}
            onHint={(hint) => change(index, { hint })}
            onKeys={(event) => keys(event, index)}
            onPaste={(text) => paste(index, text)}
            onMove={(by) => move(index, by)}
            onShift={(by) => shift(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button icon={<Plus aria-hidden />} disabled={full} onClick={() => add(steps.length, steps.at(-1)?.depth ?? 0)}>
        {steps.length === 0 ? 'Write the first step' : 'Add a step'}
      </Button>
    </>
  );
}
