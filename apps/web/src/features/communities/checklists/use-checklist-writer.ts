import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { conflictOf } from '../../../platform/forms/conflict';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import type { WriteAnswer } from '../editor/page-writer';
import { useDraftWriter } from '../editor/use-draft-writer';
import { WRITE_CHECKLIST } from './checklists.operations';
import { linesOfSteps, settled, type Step, stepsOfLines } from './step-lines';

const NEW = 'new-';
export const newStepId = (): string => `${NEW}${newIdempotencyKey()}`;

/** A new step has an id of this browser, and of the server once it is saved: here it keeps the first. */
class StepIds {
  private readonly ours = new Map<string, string>();
  private readonly theirs = new Map<string, string>();

  learn(ours: string, theirs: string): void {
    if (ours === theirs) return;
    this.ours.set(theirs, ours);
    this.theirs.set(ours, theirs);
  }

  here(steps: readonly Step[]): Step[] {
    return steps.map(({ id, text, hint, depth }) => ({ id: this.ours.get(id) ?? id, text, hint, depth }));
  }

  /** Null: the server knows it not yet. */
  there(id: string): string | null {
    return this.theirs.get(id) ?? (id.startsWith(NEW) ? null : id);
  }
}

const isStep = (value: unknown): value is Step =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'text' in value &&
  'hint' in value &&
  'depth' in value;

/** The steps of a checklist under somebody's hands, saved by themselves. */
export function useChecklistWriter(
  artifact: { id: string; key: string },
  draft: { id: string; revision: number; checklist: readonly Step[] },
) {
  const client = useApolloClient();
  const [ids] = useState(() => new StepIds());
  const write = async (lines: string, revision: number): Promise<WriteAnswer> => {
    const steps = stepsOfLines(lines);
    // A line that is not worded yet stays here.
    const worded = settled(steps.filter(({ text }) => text.trim() !== ''));
    try {
      const { data } = await client.mutate({
        mutation: WRITE_CHECKLIST,
        variables: {
          artifactId: artifact.id,
          revision,
          steps: worded.map(({ id, text, hint, depth }) => ({ id: ids.there(id), text: text.trim(), hint, depth })),
          idempotencyKey: newIdempotencyKey(),
        },
      });
      if (!data) throw new Error('The answer is empty.');
      const { revision: version, checklist } = data.writeChecklist;
      // Answered in the order in which they were sent.
      worded.forEach(({ id }, index) => ids.learn(id, checklist[index]?.id ?? id));
      return { kind: 'written', version, body: lines };
    } catch (error) {
      const refusal = shownRefusal(error);
      const conflict = conflictOf(refusal);
      if (!conflict) return { kind: 'refused', refusal };
      const there = conflict.current['steps'];
      const theirs = Array.isArray(there) ? there.filter(isStep) : [];
      return { kind: 'conflict', version: conflict.version, body: linesOfSteps(ids.here(theirs)) };
    }
  };
  const base = { draftId: draft.id, version: draft.revision, body: linesOfSteps(ids.here(draft.checklist)) };
  return useDraftWriter({ artifactKey: artifact.key, part: 'checklist', base, write });
}
