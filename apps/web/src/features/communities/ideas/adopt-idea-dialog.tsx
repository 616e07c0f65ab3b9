import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Segments } from '@chapterhouse/ui/segments';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useSettled } from '../../../platform/page/use-settled';
import { KIND_WORDS } from '../artifacts/artifact-words';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import type { IdeaStepProps } from './end-dialogs';
import { ADOPT_IDEA, BECOMES } from './ideas.operations';

const WAYS = [
  { value: 'artifact', label: 'Something to follow' },
  { value: 'decision', label: 'A decision' },
] as const;

/** It becomes what all can follow: something the community publishes, or a decision. */
export function AdoptIdeaDialog({ idea, onClose }: IdeaStepProps) {
  const [way, setWay] = useState<'artifact' | 'decision'>('artifact');
  const [chosen, setChosen] = useState<Record<'artifact' | 'decision', string | null>>({
    artifact: null,
    decision: null,
  });
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [version] = useState(idea.version);
  const settled = useSettled(typed).trim();
  const { data, previousData, loading } = useQuery(BECOMES, {
    variables: { communityId: idea.community.id, text: way === 'decision' && settled !== '' ? settled : null },
  });
  const { act, pending, refusal, key } = useShownAct(ADOPT_IDEA);
  const known = data ?? previousData;
  const artifacts = known?.artifacts.edges.map(({ node }) => node) ?? [];
  const decisions = known?.decisions.edges.map(({ node }) => node.decision) ?? [];
  const value = chosen[way];
  const missing = tried && value === null ? 'Choose what it became.' : undefined;
  const submit = async () => {
    setTried(true);
    if (value === null) return;
    const seen = conflictOf(refusal)?.version ?? version;
    const became = way === 'artifact' ? { artifactKey: value } : { decisionKey: value };
    if ((await act({ id: idea.id, version: seen, ...became, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: 'The idea is adopted.', detail: `It became ${value}.` });
  };
  return (
    <FormDialog
      title="Adopt the idea"
      description="Say what it became, so that whoever reads it finds the way on."
      submit="Adopt it"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['artifactKey', 'decisionKey']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Segments label="What did it become?" value={way} onChange={setWay} options={WAYS} />
      {way === 'artifact' ? (
        <Combobox
          key="artifact"
          label="Which one?"
          placeholder={`A playbook, template, checklist or tree of ${idea.community.name}`}
          options={artifacts.map((one) => ({
            value: one.key,
            label: `${one.key} ${one.title}`,
            detail: KIND_WORDS[one.kind],
          }))}
          loading={loading}
          emptyText="Nothing of the community has this name."
          value={value}
          error={missing ?? refusal?.fields['artifactKey']}
          onChange={(next) => setChosen({ ...chosen, artifact: next })}
        />
      ) : (
        <Combobox
          key="decision"
          label="Which decision?"
          placeholder="Words of its title"
          options={decisions.map((one) => ({ value: one.key, label: `${one.key} ${one.title}` }))}
          answered={typed.trim() === settled}
          onSearch={setTyped}
          loading={loading}
          emptyText="No decision has these words."
          value={value}
          valueLabel={value ?? undefined}
          error={missing ?? refusal?.fields['decisionKey']}
          onChange={(next) => setChosen({ ...chosen, decision: next })}
        />
      )}
      {way === 'artifact' && known && artifacts.length === 0 && (
        <ErrorNote
          tone="attention"
          title="The community has nothing yet that it could become."
          next="Write a playbook, template, checklist or tree first: its draft is enough."
        />
      )}
    </FormDialog>
  );
}
