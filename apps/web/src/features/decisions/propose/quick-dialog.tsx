import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useViewer } from '../../../platform/session/session-provider';
import { TemplateField } from '../../communities/public';
import { DecisionFlowPanel } from '../flow/decision-flow-panel';
import { begunForm, draftPlace } from './begun-form';
import { formProblems } from './form-problems';
import { KindField, WhereFields } from './head-fields';
import type { ProposalBegun } from './propose-state';
import { useDecisionForm } from './use-decision-form';
import { useFlowPreview } from './use-flow-preview';
import { usePropose } from './use-propose';
import { useTemplateInForm } from './use-template-in-form';
import './quick-dialog.css';

const FIELDS = ['title', 'scopeId', 'decisionAreaId', 'outcome', 'rationale', 'revisitOn', 'kind'];

export type QuickDialogProps = { begun: ProposalBegun; onClose: () => void };

/** A decision in a minute: a title is enough. Who decides it, and what comes first, shows while one writes. */
export function QuickDialog({ begun, onClose }: QuickDialogProps) {
  const viewer = useViewer();
  const saved = useMemo(() => begunForm(begun, viewer), [begun, viewer]);
  const written = useDecisionForm(draftPlace(begun), saved);
  const { form, set } = written;
  const template = useTemplateInForm(written, saved);
  const [tried, setTried] = useState(false);
  const { propose, pending, refusal } = usePropose();
  const { flow, loading, mayAccept } = useFlowPreview(form);
  const navigate = useNavigate();
  const problems = formProblems(form);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];

  const send = async (accept: boolean) => {
    setTried(true);
    if (pending) return;
    const [first] = Object.values(problems);
    if (first !== undefined) return announce(first);
    const key = await propose(form, accept);
    if (key === null) return;
    written.clear();
    onClose();
    void navigate(`/decisions/${key}`);
  };
  const about = begun.link?.thingId ?? begun.scope?.id;
  const wholeForm = about === undefined ? '/decisions/new' : `/decisions/new?${new URLSearchParams({ about })}`;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Propose a decision" size="lg" keepOnOutsideClick>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form
        className="quick"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
        onKeyDown={sendByKey}
      >
        <div className="quick__fields">
          <TextField
            size="lg"
            label="What is to be decided?"
            placeholder="Payments are released every week"
            autoComplete="off"
            value={form.title}
            error={errorOf('title')}
            onChange={(event) => set({ title: event.target.value })}
          />
          <WhereFields form={form} onChange={set} errorOf={errorOf} />
          <TemplateField
            use="DECISION"
            value={template.key}
            hint="It fills what is still empty, in the fields that do not show here too: “All fields …” has them."
            onChoose={template.choose}
          />
          <TextArea
            label="The decision, in a sentence or two"
            optional
            placeholder="We release payments every Tuesday, behind a switch that is off at first."
            rows={2}
            value={form.outcome}
            error={errorOf('outcome')}
            onChange={(event) => set({ outcome: event.target.value })}
          />
          <TextArea
            label="Why"
            optional={flow?.level !== 'SELL'}
            placeholder="What speaks for it, and what we give up for it."
            rows={2}
            value={form.rationale}
            error={errorOf('rationale')}
            onChange={(event) => set({ rationale: event.target.value })}
          />
          <div className="quick__pair">
            <KindField form={form} onChange={set} />
            <TextField
              label="Look again on"
              optional
              type="date"
              value={form.revisitOn}
              error={errorOf('revisitOn')}
              onChange={(event) => set({ revisitOn: event.target.value })}
            />
          </div>
          <DraftNote draft={written.draft} what="form" />
          <RefusalNote refusal={template.refusal} />
          <RefusalNote refusal={refusal} fieldsShown={FIELDS} />
        </div>
        <div className="quick__flow">
          {flow ? (
            <DecisionFlowPanel flow={flow} level={3} />
          ) : (
            loading && <Skeleton lines={5} label="Who decides this" />
          )}
        </div>
        <DialogActions>
          <div className="quick__more">
            <Button
              variant="ghost"
              onClick={() => {
                onClose();
                void navigate(wholeForm);
              }}
            >
              All fields …
            </Button>
          </div>
          <Button onClick={onClose}>Cancel</Button>
          {mayAccept && (
            <Button pending={pending} onClick={() => void send(true)}>
              Propose and accept
            </Button>
          )}
          <Button type="submit" variant="primary" pending={pending}>
            Propose <Kbd>Ctrl ↵</Kbd>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
