import { CATEGORY_TITLES, IMPEDIMENT_CATEGORIES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Combobox, MultiCombobox } from '@chapterhouse/ui/combobox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useViewer } from '../../../platform/session/session-provider';
import { SourceField } from '../source-field';
import { useTeams } from '../use-teams';
import { SimilarList } from './similar-list';
import { useRaiseForm } from './use-raise-form';
import './raise-dialog.css';

const CATEGORY_OPTIONS = IMPEDIMENT_CATEGORIES.map((value) => ({ value, label: CATEGORY_TITLES[value] }));
const FIELDS = ['title', 'raisingTeamId', 'newSource'];

/** Raise in ten seconds: a title is enough, the rest is there for those who know more. */
export function RaiseDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const viewer = useViewer();
  const { teams, loading } = useTeams();
  const [another, setAnother] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const raised = ({ key, title }: ImpedimentCardFragment) => {
    const open = () => void navigate(`/impediments/${key}`);
    notify({ title: `${key} is raised.`, detail: title, action: { label: `Open ${key}`, onSelect: open } });
    if (another) titleField.current?.focus();
    else onClose();
  };
  const form = useRaiseForm(raised);
  const known = viewer.teams.map(({ id, name }) => ({ value: id, label: name }));
  const teamOptions = teams.length > 0 ? teams : known;
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    // A text area sends by itself.
    const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (sends && !(event.target instanceof HTMLTextAreaElement)) void form.raise();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Raise an impediment" keepOnOutsideClick>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form
        className="raise"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void form.raise();
        }}
      >
        <RefusalNote refusal={form.refusal} fieldsShown={FIELDS} />
        <TextField
          ref={titleField}
          size="lg"
          label="What is in the way?"
          placeholder="Test data for payments is locked every morning until ten"
          autoComplete="off"
          value={form.title}
          error={form.errorOf('title')}
          onChange={(event) => form.setTitle(event.target.value)}
        />
        <SimilarList title={form.title} onOpen={onClose} />
        <div className="raise__row">
          <Combobox
            label="Raising team"
            placeholder="Choose a team"
            value={form.teamId}
            options={teamOptions}
            loading={loading}
            onChange={form.setTeamId}
            error={form.errorOf('raisingTeamId')}
          />
          <Select
            label="Category"
            options={CATEGORY_OPTIONS}
            value={form.category}
            onChange={(event) => form.setCategory(IMPEDIMENT_CATEGORIES[event.target.selectedIndex] ?? 'OTHER')}
          />
        </div>
        <TextArea
          label="Description"
          optional
          placeholder="What have you tried? What does it cost you? Markdown works."
          rows={3}
          value={form.description}
          onChange={(event) => form.setDescription(event.target.value)}
        />
        <SourceField value={form.source} onChange={form.setSource} error={form.refusal?.fields['newSource']} />
        <MultiCombobox
          label="Also affects"
          optional
          placeholder="Other teams"
          values={form.affectedTeamIds}
          options={teamOptions.filter(({ value }) => value !== form.teamId)}
          loading={loading}
          onChange={form.setAffectedTeamIds}
        />
        <DialogActions>
          <div className="raise__another">
            <Checkbox label="Raise another" checked={another} onChange={(event) => setAnother(event.target.checked)} />
          </div>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            Raise <Kbd>Ctrl ↵</Kbd>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
