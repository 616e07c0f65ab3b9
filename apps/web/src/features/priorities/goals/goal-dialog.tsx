import { GOAL_TITLE_LIMIT } from '@chapterhouse/domain/priorities/goal-fields';
import { TextField } from '@chapterhouse/ui/text-field';
import { useMemo, useRef, useState } from 'react';
import type { GoalFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { EMPTY_GOAL, formOfGoal, goalFormProblems, type GoalForm, measuresInput, readGoalForm } from './goal-form';
import { CREATE_GOAL, EDIT_GOAL } from './goals.operations';
import { MeasuresField } from './measures-field';

export type GoalDialogProps = {
  productId: string;
  /** Null: a new one. */
  goal: GoalFactsFragment | null;
  onClose: () => void;
};

const FIELDS = ['title', 'description', 'measures'];

/** A Product Goal, new or as it is: what is typed outlives a closed dialog. */
export function GoalDialog({ productId, goal, onClose }: GoalDialogProps) {
  const saved = useMemo(() => JSON.stringify(goal ? formOfGoal(goal) : EMPTY_GOAL), [goal]);
  const [text, setText, clear, draft] = useDraft(goal ? `goal:${goal.id}` : `goal:new:${productId}`, saved);
  const form = readGoalForm(text);
  const set = (part: Partial<GoalForm>) => setText(JSON.stringify({ ...form, ...part }));
  // What it was when the person began: somebody else's change meanwhile is a conflict, and is shown.
  const version = useRef(goal?.version ?? 0);
  const creating = useShownAct(CREATE_GOAL);
  const editing = useShownAct(EDIT_GOAL);
  const { key, pending, refusal } = goal ? editing : creating;
  const [tried, setTried] = useState(false);
  const problems = goalFormProblems(form);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const submit = async () => {
    setTried(true);
    if (pending || Object.keys(problems).length > 0) return;
    const words = {
      title: form.title.trim(),
      description: form.description,
      measures: measuresInput(form.measures),
      idempotencyKey: key(),
    };
    // Sent again after a conflict, it goes over what was shown.
    version.current = conflictOf(refusal)?.version ?? version.current;
    const done = goal
      ? await editing.act({ id: goal.id, version: version.current, ...words })
      : await creating.act({ productId, ...words });
    if (done === null) return;
    clear();
    onClose();
  };
  return (
    <FormDialog
      title={goal ? 'Edit the goal' : 'New Product Goal'}
      description={goal ? undefined : 'It is planned at first; one at a time is the Product Goal.'}
      submit={goal ? 'Save' : 'Add the goal'}
      size="lg"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      current={(conflict) => [{ label: 'Title', value: textOf(conflict, 'title') || (goal?.title ?? '') }]}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        size="lg"
        label="Where is the product to be?"
        placeholder="Every parcel can be followed to the door"
        autoComplete="off"
        maxLength={GOAL_TITLE_LIMIT}
        value={form.title}
        error={errorOf('title')}
        onChange={(event) => set({ title: event.target.value })}
      />
      <MarkdownField
        label="Why, and for whom"
        optional
        rows={4}
        value={form.description}
        error={errorOf('description')}
        onChange={(description) => set({ description })}
      />
      <MeasuresField measures={form.measures} error={errorOf('measures')} onChange={(measures) => set({ measures })} />
      <DraftNote draft={draft} what="form" />
    </FormDialog>
  );
}
