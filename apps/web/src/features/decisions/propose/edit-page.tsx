import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { DecisionQuery, EditDecisionInput } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { can } from '../../../platform/session/can';
import { DECISION } from '../page/decision.operations';
import { EDIT_DECISION } from '../record-acts.operations';
import { useDecisionChanges } from '../use-decision-changes';
import { type DecisionForm, type FormField, formOf, inputParts } from './decision-form';
import { FullForm } from './full-form';
import { useContentKey } from './use-content-key';
import { useDecisionForm } from './use-decision-form';

/** `/decisions/:key/edit`: only while it is proposed; afterwards words are added, never changed. */
export function EditPage() {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery(DECISION, { variables: { key }, fetchPolicy: 'cache-and-network' });
  const decision = data?.decision;
  useDecisionChanges(decision !== undefined, refetch, decision?.id);
  return (
    <Page title={`Edit ${key}`}>
      {!decision && error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!decision && !error && <Skeleton shape="card" lines={10} label={`Loading ${key}`} />}
      {decision && <EditOrNot key={decision.id} decision={decision} />}
    </Page>
  );
}

/** Whoever has begun keeps what they typed in sight, also when somebody decides it meanwhile. */
function EditOrNot({ decision }: { decision: DecisionQuery['decision'] }) {
  const may = can(decision, 'decision:edit');
  const [begun] = useState(may);
  return (
    <>
      {!may && <NotToEdit decision={decision} begun={begun} />}
      {begun && <Edit decision={decision} />}
    </>
  );
}

type NotToEditProps = { decision: DecisionQuery['decision']; begun: boolean };

function NotToEdit({ decision: { key, state }, begun }: NotToEditProps) {
  const kept = begun ? ' What you typed stands below, to be copied.' : '';
  return (
    <ErrorNote
      tone="attention"
      title={state === 'PROPOSED' ? 'You cannot edit this proposal.' : 'It is decided: its words never change.'}
      next={
        state === 'PROPOSED'
          ? `Who proposed it, its decision-makers and whoever may accept it can.${kept}`
          : `Add an amendment, or propose another decision that replaces it.${kept}`
      }
      action={
        <Link className={buttonLook()} to={`/decisions/${key}`}>
          Open {key}
        </Link>
      }
    />
  );
}

function Edit({ decision }: { decision: DecisionQuery['decision'] }) {
  const saved = useMemo(() => formOf(decision), [decision]);
  const written = useDecisionForm(`decision:edit:${decision.key}`, saved);
  const { act, pending, refusal } = useStepAct(EDIT_DECISION);
  const { keyOf } = useContentKey();
  const navigate = useNavigate();
  const { id, key, version } = decision;
  const back = () => void navigate(`/decisions/${key}`);
  const save = async () => {
    if (written.changed.length === 0) return back();
    const input = editInput(written.form, written.changed);
    const done = await act({ id, version, input, idempotencyKey: keyOf([version, input]) });
    if (done === null) return;
    written.clear();
    notify({ title: `${key} is saved.` });
    back();
  };
  return (
    <FullForm
      written={written}
      mode="edit"
      pending={pending}
      refusal={refusal}
      onSend={() => void save()}
      onCancel={back}
    />
  );
}

/** Only what was changed: what somebody else changes beside it stays theirs. */
function editInput(form: DecisionForm, changed: readonly FormField[]): EditDecisionInput {
  const parts = inputParts(form);
  return Object.assign({}, ...changed.filter((field) => field !== 'links').map((field) => parts[field]));
}
