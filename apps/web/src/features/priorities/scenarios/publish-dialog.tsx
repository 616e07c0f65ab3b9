import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { can } from '../../../platform/session/can';
import { LinesField, linesOf } from '../../decisions/public';
import { plural } from '../../impediments/public';
import { useCatchUp } from './behind-note';
import { OrderMoved } from './order-moved';
import { begunWords, type Comparison, type DecisionWords } from './publish-words';
import { PUBLISH_SCENARIO } from './scenario-acts.operations';
import type { ScenarioDialogProps } from './scenario-dialogs';
import { isBehind } from './scenario-words';
import { SCENARIO_COMPARISON } from './scenarios.operations';
import { DECISION_FIELDS, publishProblems, usePublishWords } from './use-publish-words';
import { WhoDecides } from './who-decides';
import './publish-dialog.css';

/** The scenario becomes the order, in one step, and the decision says why; its words are begun from the comparison. */
export function PublishDialog({ scenario, onClose }: ScenarioDialogProps) {
  const { data, error, refetch } = useQuery(SCENARIO_COMPARISON, {
    variables: { id: scenario.id },
    fetchPolicy: 'network-only',
  });
  if (data) return <Publish scenario={scenario} comparison={data.scenarioComparison} onClose={onClose} />;
  return (
    <FormDialog
      title={`Publish “${scenario.name}”`}
      submit={error ? 'Try again' : 'Publish'}
      size="lg"
      pending={!error}
      refusal={error ? shownRefusal(error) : null}
      onSubmit={async () => void (await refetch().catch(() => {}))}
      onClose={onClose}
    >
      {!error && <Skeleton lines={6} label="Comparing it with the order" />}
    </FormDialog>
  );
}

function Publish({ scenario, comparison, onClose }: ScenarioDialogProps & { comparison: Comparison }) {
  const { id, version, name, product } = scenario;
  const begun = useMemo(() => begunWords(comparison), [comparison]);
  const { words, set, clear, draft } = usePublishWords(id, begun);
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const { act, sendingKey, pending, refusal, told, clear: clearRefusal } = useStepAct(PUBLISH_SCENARIO);
  const { catchUp, ...catching } = useCatchUp(scenario);
  const behind = isBehind(scenario) || refusal?.code === 'ORDER_MOVED';
  // Its owner does, and whoever may publish.
  const mayCatchUp = can(scenario, 'scenario:catch-up');
  const problems = publishProblems(words);
  const errorOf = (field: keyof DecisionWords) => (tried ? problems[field] : undefined) ?? told?.fields[field];
  const publish = async () => {
    if (behind) {
      if (!mayCatchUp) return onClose();
      if (await catchUp()) clearRefusal();
      return;
    }
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const { title, context, outcome, rationale, gains, givesUp } = words;
    const decision = { title, context, outcome, rationale, gains: linesOf(gains), givesUp: linesOf(givesUp) };
    const done = await act({ id, version, decision, idempotencyKey: sendingKey() });
    if (done === null) return;
    clear();
    onClose();
    const { decision: made } = done.publishScenario;
    notify({
      title: `“${name}” is the order now.`,
      detail: `${made.key} says why.`,
      action: { label: `Open ${made.key}`, onSelect: () => void navigate(`/decisions/${made.key}`) },
    });
  };
  return (
    <FormDialog
      title={`Publish “${name}”`}
      description={`All of it becomes the order of ${product.name} at once: ${plural(comparison.riseCount, 'item')} up, ${comparison.fallCount.toLocaleString('en')} down. The decision tells everybody why.`}
      submit={!behind ? 'Publish and decide' : mayCatchUp ? 'Catch up' : 'Close'}
      size="lg"
      pending={pending || catching.pending}
      refusal={behind ? catching.told : told}
      fieldsShown={DECISION_FIELDS}
      answer={behind && !catching.told ? <OrderMoved scenario={scenario} moves={comparison.meanwhile} /> : undefined}
      onSubmit={publish}
      onClose={onClose}
    >
      <div className="publish">
        <div className="publish__words">
          <TextField
            size="lg"
            label="What is decided"
            autoComplete="off"
            value={words.title}
            error={errorOf('title')}
            onChange={(event) => set({ title: event.target.value })}
          />
          <TextArea
            label="Why this order"
            rows={3}
            value={words.rationale}
            error={errorOf('rationale')}
            onChange={(event) => set({ rationale: event.target.value })}
          />
          <TextArea
            label="What changes"
            hint="Begun from what was moved."
            rows={4}
            value={words.outcome}
            error={errorOf('outcome')}
            onChange={(event) => set({ outcome: event.target.value })}
          />
          <div className="publish__pair">
            <LinesField
              label="What we gain"
              hint="One a line."
              value={words.gains}
              error={errorOf('gains')}
              onChange={(gains) => set({ gains })}
            />
            <LinesField
              label="What we give up"
              hint="One a line."
              value={words.givesUp}
              error={errorOf('givesUp')}
              onChange={(givesUp) => set({ givesUp })}
            />
          </div>
          <TextArea
            label="What led to it"
            optional
            rows={2}
            value={words.context}
            error={errorOf('context')}
            onChange={(event) => set({ context: event.target.value })}
          />
          <DraftNote draft={draft} what="form" />
        </div>
        <WhoDecides productId={product.id} />
      </div>
    </FormDialog>
  );
}
