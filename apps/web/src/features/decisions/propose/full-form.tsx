import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextField } from '@chapterhouse/ui/text-field';
import { type KeyboardEvent, useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { FormSection } from '../../../platform/forms/form-section';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { FIELD_WORDS } from '../field-words';
import { DecisionFlowPanel } from '../flow/decision-flow-panel';
import { TouchedField } from '../touched/touched-field';
import { formProblems } from './form-problems';
import { KindField, WhereFields } from './head-fields';
import { LinesField, TonedFields } from './lines-field';
import { OptionsEditor } from './options-editor';
import { PeopleFields } from './people-field';
import { ReplacesField } from './replaces-field';
import type { WrittenDecision } from './use-decision-form';
import { useFlowPreview } from './use-flow-preview';
import { WordsField } from './words-field';
import './quick-dialog.css';
import './full-form.css';

const FIELDS = (
  'title scopeId decisionAreaId context drivers options outcome rationale gains givesUp consequences confirmation ' +
  'moreInformation people supersedesIds revisitOn links'
).split(' ');

export type FullFormProps = {
  written: WrittenDecision;
  /** `edit`: of one that is there already; its links are kept where they are shown. */
  mode: 'propose' | 'edit';
  pending: boolean;
  refusal: ShownRefusal | null;
  onSend: (accept: boolean) => void;
  onCancel: () => void;
};

/** Everything that a record of a decision may say, in the order in which people think: what, why, instead of what. */
export function FullForm({ written, mode, pending, refusal, onSend, onCancel }: FullFormProps) {
  const { form, set, both, draft } = written;
  const [tried, setTried] = useState(false);
  const { flow, loading, mayAccept } = useFlowPreview(form);
  const problems = formProblems(form);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const send = (accept: boolean) => {
    setTried(true);
    const [first] = Object.values(problems);
    if (first === undefined) onSend(accept);
    else announce(first);
  };
  const fields = { form, onChange: set, errorOf };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field
    <form
      className="full-form"
      noValidate
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        sendByKey(event);
        // Enter alone in one of many fields is no wish to be done.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      <div className="full-form__words">
        {draft.other === null && <DraftNote draft={draft} what="form" />}
        <FormSection title="The decision">
          <TextField
            size="lg"
            label="What is to be decided?"
            autoComplete="off"
            value={form.title}
            error={errorOf('title')}
            onChange={(event) => set({ title: event.target.value })}
          />
          <WhereFields {...fields} />
          <div className="quick__pair">
            <KindField {...fields} />
            <TextField
              label="Look again on"
              optional
              type="date"
              value={form.revisitOn}
              error={errorOf('revisitOn')}
              onChange={(event) => set({ revisitOn: event.target.value })}
            />
          </div>
          <WordsField {...fields} field="outcome" label="The decision, in a sentence or two" rows={3} />
          <WordsField {...fields} field="rationale" label="Why" rows={3} />
        </FormSection>
        <FormSection title="What led to it">
          <WordsField
            {...fields}
            field="context"
            label="Context"
            hint="What is so that something has to be decided."
            rows={4}
          />
          <LinesField
            label="What it depends on"
            hint="One a line: what a good choice must do."
            value={form.drivers}
            error={errorOf('drivers')}
            onChange={(drivers) => set({ drivers })}
          />
        </FormSection>
        <FormSection title="Options">
          <OptionsEditor
            options={form.options}
            chosen={form.chosenOption}
            error={errorOf('options')}
            onChange={(options, chosenOption) => set({ options, chosenOption })}
          />
        </FormSection>
        <FormSection title="Trade-offs and consequences">
          <div className="full-form__pair">
            <LinesField
              label="What we gain"
              hint="One a line."
              value={form.gains}
              error={errorOf('gains')}
              onChange={(gains) => set({ gains })}
            />
            <LinesField
              label="What we give up"
              hint="One a line."
              value={form.givesUp}
              error={errorOf('givesUp')}
              onChange={(givesUp) => set({ givesUp })}
            />
          </div>
          <TonedFields
            labels={{ good: 'Good consequences', neutral: 'Neutral ones', bad: 'Bad ones' }}
            value={form.consequences}
            error={errorOf('consequences')}
            onChange={(consequences) => set({ consequences })}
          />
          <WordsField {...fields} field="confirmation" label="How we see that it is lived" rows={2} />
        </FormSection>
        <FormSection title="Who takes part">
          <div className="full-form__people">
            <PeopleFields value={form.people} error={errorOf('people')} onChange={(people) => set({ people })} />
          </div>
        </FormSection>
        <FormSection title="What it belongs to">
          {mode === 'propose' && (
            <TouchedField
              label="Touches"
              optional
              values={form.links}
              error={errorOf('links')}
              onChange={(links) => set({ links: [...links] })}
            />
          )}
          <ReplacesField
            values={form.supersedes}
            error={errorOf('supersedesIds')}
            onChange={(supersedes) => set({ supersedes })}
          />
          <WordsField {...fields} field="moreInformation" label="More" rows={2} />
        </FormSection>
      </div>
      <aside className="full-form__beside" aria-label="How it will be decided">
        {flow ? <DecisionFlowPanel flow={flow} /> : loading && <Skeleton lines={6} label="Who decides this" />}
      </aside>
      <div className="full-form__send">
        {draft.other !== null && <DraftNote draft={draft} what="form" />}
        {both.length > 0 && (
          <ErrorNote
            tone="attention"
            title="Somebody changed the same before you."
            next={`Saving puts yours in the place of theirs: ${both.map((field) => FIELD_WORDS[field] ?? field).join(', ')}.`}
          />
        )}
        {refusal?.code === 'CONFLICT' ? (
          <ErrorNote
            tone="attention"
            title="Somebody saved another change a moment before you."
            next="It is shown here together with yours, which is not saved yet. Look at both, then save."
          />
        ) : (
          <RefusalNote refusal={refusal} fieldsShown={FIELDS} />
        )}
        <div className="full-form__buttons">
          <span className="full-form__kept">Kept as a draft in this browser.</span>
          <Button variant="ghost" onClick={onCancel}>
            Close
          </Button>
          {mode === 'propose' && mayAccept && (
            <Button pending={pending} onClick={() => send(true)}>
              Propose and accept
            </Button>
          )}
          <Button type="submit" variant="primary" pending={pending}>
            {mode === 'propose' ? 'Propose' : 'Save'} <Kbd>Ctrl ↵</Kbd>
          </Button>
        </div>
      </div>
    </form>
  );
}
