import { Segments } from '@chapterhouse/ui/segments';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { OutcomeKind } from '../../../generated/graphql';
import { addDays, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PersonField } from '../../../platform/people/person-field';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useViewer } from '../../../platform/session/session-provider';
import { OUTCOME_KINDS, OUTCOME_TITLES } from '../meeting-words';
import { ADD_OUTCOME } from './occurrence.operations';
import type { ShownOccurrence } from './use-occurrence';

export type OutcomeDialogProps = { occurrence: ShownOccurrence; onClose: () => void };

const FIELDS = ['text', 'decisionKey', 'impedimentKey', 'ownerId', 'dueOn'];
const LABELS: Record<OutcomeKind, string> = {
  DECISION: 'In short',
  IMPEDIMENT: 'In short',
  ACTION: 'What is promised?',
  NOTE: 'What is worth a line?',
};

/** One more thing that came of a meeting. */
export function OutcomeDialog({ occurrence, onClose }: OutcomeDialogProps) {
  const { person, organization } = useViewer();
  const today = useToday();
  const [kind, setKind] = useState<OutcomeKind>('ACTION');
  const [text, setText, clear, draft] = useDraft(`outcome:${occurrence.id}`);
  const [thing, setThing] = useState('');
  const [owner, setOwner] = useState<NamedPerson | null>({ id: person.id, name: person.name });
  const [dueOn, setDueOn] = useState(() =>
    occurrence.following ? todayIn(organization.timeZone, new Date(occurrence.following.startsAt)) : addDays(today, 7),
  );
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(ADD_OUTCOME);
  const of = kind === 'DECISION' ? 'decisionKey' : kind === 'IMPEDIMENT' ? 'impedimentKey' : null;
  const problems = {
    thing:
      of !== null && thing.trim() === ''
        ? `Give its key, like ${of === 'decisionKey' ? 'D-12' : 'IMP-12'}.`
        : undefined,
    text: of === null && text.trim() === '' ? 'Say it in a few words.' : undefined,
    owner: kind === 'ACTION' && owner === null ? 'Say whose it is: a promise has one owner.' : undefined,
    dueOn: kind === 'ACTION' && dueOn === '' ? 'Say until when.' : undefined,
  };
  const shown = (problem: string | undefined, field: string) => (tried ? problem : undefined) ?? refusal?.fields[field];
  const save = async () => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return;
    const done = await act({
      occurrenceId: occurrence.id,
      kind,
      text: text.trim() === '' ? null : text.trim(),
      ...(of !== null && { [of]: thing.trim().toUpperCase() }),
      ...(kind === 'ACTION' && { ownerId: owner?.id ?? null, dueOn }),
      idempotencyKey: key(),
    });
    if (done === null) return;
    clear();
    onClose();
    notify({ title: `${OUTCOME_TITLES[kind]} added.` });
  };
  return (
    <FormDialog
      title="What came of it?"
      size="md"
      submit="Add"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      onSubmit={save}
      onClose={onClose}
    >
      <Segments
        label="Kind"
        value={kind}
        onChange={setKind}
        options={OUTCOME_KINDS.map((value) => ({ value, label: OUTCOME_TITLES[value] }))}
      />
      {of !== null && (
        <TextField
          label={kind === 'DECISION' ? 'Key of the decision' : 'Key of the impediment'}
          placeholder={kind === 'DECISION' ? 'D-12' : 'IMP-12'}
          autoComplete="off"
          value={thing}
          error={shown(problems.thing, of)}
          onChange={(event) => setThing(event.target.value)}
        />
      )}
      <TextArea
        label={LABELS[kind]}
        optional={of !== null}
        rows={2}
        value={text}
        error={shown(problems.text, 'text')}
        onChange={(event) => setText(event.target.value)}
      />
      <DraftNote draft={draft} />
      {kind === 'ACTION' && (
        <div className="form-dialog__pair">
          <PersonField label="Whose" value={owner} error={shown(problems.owner, 'ownerId')} onChange={setOwner} />
          <TextField
            label="Until"
            type="date"
            value={dueOn}
            error={shown(problems.dueOn, 'dueOn')}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </div>
      )}
    </FormDialog>
  );
}
