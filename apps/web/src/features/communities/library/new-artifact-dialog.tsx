import { useQuery } from '@apollo/client/react';
import { artifactProblems } from '@chapterhouse/domain/communities/artifact-fields';
import { ARTIFACT_KINDS, TEMPLATE_USE_TITLES, TEMPLATE_USES } from '@chapterhouse/domain/communities/artifact-state';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ArtifactKind } from '../../../generated/graphql';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useSettled } from '../../../platform/page/use-settled';
import { can } from '../../../platform/session/can';
import { draftAddress } from '../artifacts/artifact-addresses';
import { KIND_WORDS } from '../artifacts/artifact-words';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { COPIES, CREATE_ARTIFACT, WRITING_COMMUNITIES } from './library.operations';

export type NewArtifactDialogProps = {
  /** Whose it is; asked for when left out. */
  community?: { id: string; name: string };
  onClose: () => void;
};

const KIND_HINTS: Record<ArtifactKind, string> = {
  PLAYBOOK: 'Pages in a tree: how something is done, and why.',
  TEMPLATE: 'What a new decision, brief, agreement or checklist run begins with.',
  CHECKLIST: 'Steps that are ticked, run by run.',
  DECISION_TREE: 'Questions and answers that lead to what is to be done.',
};

/** Begins a playbook, template, checklist or decision tree: empty, or from a copy of one that is published. */
export function NewArtifactDialog({ community, onClose }: NewArtifactDialogProps) {
  const { data: mine, loading } = useQuery(WRITING_COMMUNITIES, { skip: community !== undefined });
  const places = (mine?.communities.edges ?? []).map(({ node }) => node).filter((one) => can(one, 'artifact:create'));
  const [chosen, setChosen] = useState<string | null>(community?.id ?? null);
  const communityId = chosen ?? (places.length === 1 ? (places[0]?.id ?? null) : null);
  const [kind, setKind] = useState<ArtifactKind>('PLAYBOOK');
  const [use, setUse] = useState<(typeof TEMPLATE_USES)[number]>('DECISION');
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [from, setFrom] = useState<{ id: string; label: string } | null>(null);
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed).trim();
  const copies = useQuery(COPIES, { variables: { kinds: [kind], text: settled === '' ? null : settled } });
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(CREATE_ARTIFACT);
  const navigate = useNavigate();
  const found = artifactProblems({ title: title.trim(), summary });
  const problems: Record<string, string> = tried
    ? Object.fromEntries(found.map(({ field, problem }) => [field, problem]))
    : {};
  const submit = async () => {
    setTried(true);
    if (communityId === null || found.length > 0) return;
    const input = {
      communityId,
      kind,
      title: title.trim(),
      summary: summary.trim(),
      ...(kind === 'TEMPLATE' && { templateFor: use }),
      ...(from && { fromArtifactId: from.id }),
    };
    const done = await act({ input, idempotencyKey: key() });
    if (done === null) return;
    onClose();
    await navigate(draftAddress(done.artifact.key));
  };
  const known = copies.data ?? copies.previousData;
  const offered = known?.artifacts.edges.map(({ node }) => node) ?? [];
  const nowhere = community === undefined && mine !== undefined && places.length === 0;
  if (nowhere) {
    return (
      <FormDialog
        title="You are in no community yet"
        description="What is published is a community’s: join one, or found one. Then you write in it."
        submit="Show the communities"
        pending={false}
        refusal={null}
        onSubmit={async () => {
          onClose();
          await navigate('/communities');
        }}
        onClose={onClose}
      >
        {null}
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title="Write something"
      description={community ? `For ${community.name}. It is a draft until it is reviewed and published.` : undefined}
      submit="Begin the draft"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['communityId', 'kind', 'title', 'summary', 'templateFor', 'fromArtifactId']}
      onSubmit={submit}
      onClose={onClose}
    >
      {community === undefined && (
        <Select
          label="Of which community?"
          placeholder={loading ? 'Loading …' : 'Choose one that you are in'}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={communityId ?? ''}
          error={
            (tried && communityId === null ? 'Choose the community.' : undefined) ?? refusal?.fields['communityId']
          }
          onChange={({ target: { value } }) => setChosen(value === '' ? null : value)}
        />
      )}
      <Select
        label="What?"
        hint={KIND_HINTS[kind]}
        options={ARTIFACT_KINDS.map((one) => ({ value: one, label: KIND_WORDS[one] }))}
        value={kind}
        error={refusal?.fields['kind']}
        onChange={({ target: { value } }) => {
          setKind(ARTIFACT_KINDS.find((one) => one === value) ?? 'PLAYBOOK');
          setFrom(null);
        }}
      />
      {kind === 'TEMPLATE' && (
        <Select
          label="For what?"
          options={TEMPLATE_USES.map((one) => ({ value: one, label: TEMPLATE_USE_TITLES[one] }))}
          value={use}
          error={refusal?.fields['templateFor']}
          onChange={({ target: { value } }) => setUse(TEMPLATE_USES.find((one) => one === value) ?? 'DECISION')}
        />
      )}
      <TextField
        label="Title"
        value={title}
        error={problems['title'] ?? refusal?.fields['title']}
        onChange={({ target: { value } }) => setTitle(value)}
      />
      <TextArea
        label="What it is for"
        optional
        rows={2}
        value={summary}
        error={problems['summary'] ?? refusal?.fields['summary']}
        onChange={({ target: { value } }) => setSummary(value)}
      />
      <Combobox
        label="Begin with a copy of"
        optional
        placeholder={`Nothing: an empty ${KIND_WORDS[kind].toLowerCase()}`}
        options={offered.map((one) => ({
          value: one.id,
          label: `${one.key} ${one.title}`,
          detail: one.community.name,
        }))}
        onSearch={setTyped}
        answered={typed.trim() === settled}
        loading={copies.loading}
        emptyText={`No ${KIND_WORDS[kind].toLowerCase()} that is published has these words.`}
        value={from?.id ?? null}
        valueLabel={from?.label}
        error={refusal?.fields['fromArtifactId']}
        onChange={(id) => {
          const one = offered.find((candidate) => candidate.id === id);
          setFrom(one ? { id: one.id, label: `${one.key} ${one.title}` } : null);
        }}
      />
    </FormDialog>
  );
}
