import { useQuery } from '@apollo/client/react';
import { SOURCE_KIND_TITLES, SOURCE_KINDS } from '@chapterhouse/domain/impediments/impediment-fields';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { SourceFactsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { type Conflict, conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useTeams } from '../use-teams';
import { PersonField } from './person-field';
import type { NamedSource } from './source-dialogs';
import { editInput, formOf, isKind, readForm, type SourceForm, writeForm } from './source-form';
import { EDIT_SOURCE, SOURCE_NOW } from './source-pages.operations';
import { useSourceAct } from './use-source-act';

const KIND_OPTIONS = SOURCE_KINDS.map((value) => ({ value, label: SOURCE_KIND_TITLES[value] }));
const FIELDS = ['name', 'kind', 'contact', 'contactPersonId', 'teamId'];

export type EditSourceDialogProps = { source: NamedSource; onClose: () => void };

/** Its name and kind, and whom to talk to. Opens once it is known what it says now. */
export function EditSourceDialog({ source, onClose }: EditSourceDialogProps) {
  const { data, error } = useQuery(SOURCE_NOW, { variables: { id: source.id }, fetchPolicy: 'network-only' });
  if (data) return <EditForm source={data.source} onClose={onClose} />;
  if (!error) return null;
  return (
    <Dialog open onOpenChange={onClose} title={`Edit ${source.name}`} size="sm">
      <RefusalNote refusal={shownRefusal(error)} />
    </Dialog>
  );
}

function EditForm({ source, onClose }: { source: SourceFactsFragment; onClose: () => void }) {
  const [initial] = useState(() => writeForm(formOf(source)));
  const [text, setText, clearDraft, draft] = useDraft(`source:${source.id}`, initial);
  // Words of another release cannot be read back; what the source says now can.
  const form = readForm(text) ?? formOf(source);
  const before = readForm(draft.from) ?? formOf(source);
  const { act, pending, refusal, key } = useSourceAct(EDIT_SOURCE);
  const change = (part: Partial<SourceForm>) => setText(writeForm({ ...form, ...part }));
  const save = async () => {
    const version = conflictOf(refusal)?.version ?? before.version;
    const input = editInput(form, before);
    if (Object.keys(input).length > 0) {
      const done = await act({ id: source.id, version, input, idempotencyKey: `${key()}-${version}` });
      if (done === null) return;
      notify({ title: `${done.editSource.name} is saved.` });
    }
    clearDraft();
    onClose();
  };
  const error = (field: string) => refusal?.fields[field];
  const taken =
    refusal?.code === 'NAME_TAKEN' ? 'Choose another name, or merge the two: they may be the same.' : undefined;
  return (
    <FormDialog
      title={`Edit ${source.name}`}
      size="md"
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={FIELDS}
      current={linesOf(before)}
      onSubmit={save}
      onClose={onClose}
    >
      <DraftNote draft={draft} what="choices" />
      <div className="form-dialog__pair">
        <TextField
          label="Name"
          required
          value={form.name}
          onChange={(event) => change({ name: event.target.value })}
          error={error('name') ?? taken}
        />
        <Select
          label="Kind"
          options={KIND_OPTIONS}
          value={form.kind}
          onChange={({ target: { value } }) => isKind(value) && change({ kind: value })}
          error={error('kind')}
        />
      </div>
      {form.kind === 'TEAM' && (
        <TeamField value={form.teamId} onChange={(teamId) => change({ teamId })} error={error('teamId')} />
      )}
      <PersonField value={form.person} onChange={(person) => change({ person })} error={error('contactPersonId')} />
      <TextArea
        label="Whom to talk to, and how"
        optional
        rows={4}
        placeholder="Names, a queue, office hours"
        value={form.contact}
        onChange={(event) => change({ contact: event.target.value })}
        error={error('contact')}
      />
    </FormDialog>
  );
}

type TeamFieldProps = { value: string | null; onChange: (id: string | null) => void; error: string | undefined };

function TeamField({ value, onChange, error }: TeamFieldProps) {
  const { teams, loading } = useTeams();
  return (
    <Combobox
      label="Which team it is"
      optional
      placeholder="One of ours"
      value={value}
      options={teams}
      onChange={onChange}
      loading={loading}
      emptyText="No team of that name."
      error={error}
    />
  );
}

/** What somebody else changed since, in words. */
function linesOf(before: SourceForm): (conflict: Conflict) => { label: string; value: string }[] {
  return (conflict) => {
    const [name, kind, contact] = ['name', 'kind', 'contact'].map((field) => textOf(conflict, field));
    return [
      ...(name !== before.name ? [{ label: 'Name', value: name ?? '' }] : []),
      ...(isKind(kind) && kind !== before.kind ? [{ label: 'Kind', value: SOURCE_KIND_TITLES[kind] }] : []),
      ...(contact !== before.contact ? [{ label: 'Whom to talk to', value: contact ?? '' }] : []),
    ];
  };
}
