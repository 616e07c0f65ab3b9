import { CATEGORY_TITLES, IMPEDIMENT_CATEGORIES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Combobox, MultiCombobox } from '@chapterhouse/ui/combobox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { PICTURES } from '../../../platform/files/upload-image';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { useAway } from '../../../platform/offline/connection';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { NoTeams } from '../no-teams';
import { SourceField } from '../source-field';
import { EarlierOfSameKind } from './earlier-of-same-kind';
import type { WordsToRaise } from './raise-dialog-state';
import { RaisedList } from './raised-list';
import { RestoredWords } from './restored-words';
import { SimilarList } from './similar-list';
import { useCaughtFiles } from './use-caught-files';
import { useRaiseForm } from './use-raise-form';
import { useRaisedNotes } from './use-raised-notes';
import './raise-dialog.css';

const CATEGORY_OPTIONS = IMPEDIMENT_CATEGORIES.map((value) => ({ value, label: CATEGORY_TITLES[value] }));
const FIELDS = ['title', 'raisingTeamId', 'description', 'newSource'];

/** Without a connection words wait here; pictures cannot. */
const AWAY_HINT = 'No connection: words can be raised and wait, pictures can be added when it is back.';

export type RaiseDialogProps = { words: WordsToRaise | null; onClose: () => void };

/** Raise in ten seconds: a title is enough, the rest is there for those who know more. */
export function RaiseDialog({ words, onClose }: RaiseDialogProps) {
  const [keepsOpen, setKeepsOpen] = useState(false);
  const [raised, setRaised] = useState<readonly ImpedimentCardFragment[]>([]);
  const keepsThisTime = useRef(false);
  const titleField = useRef<HTMLInputElement>(null);
  const takeFiles = useRef<(files: readonly File[]) => void>(null);
  const { dropping, catching } = useCaughtFiles((files) => takeFiles.current?.(files));
  const away = useAway();
  const notes = useRaisedNotes();
  const form = useRaiseForm(words, {
    onRaised: (card, keepOpen) => {
      if (!keepOpen) {
        notes.raised(card);
        return onClose();
      }
      setRaised((before) => [card, ...before]);
      announce(`${card.key} is raised.`);
      titleField.current?.focus();
    },
    onWaiting: (waiting, later, keepOpen) => {
      notes.waiting(waiting, later);
      if (keepOpen) titleField.current?.focus();
      else onClose();
    },
  });
  const { team } = form;
  const onKeyDownCapture = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    keepsThisTime.current = true;
    event.currentTarget.requestSubmit();
  };
  const closes = (open: boolean) => !open && onClose();
  if (team.none)
    return (
      <Dialog open onOpenChange={closes} title="Raise an impediment">
        <NoTeams onFollow={onClose} />
      </Dialog>
    );
  return (
    <Dialog open onOpenChange={closes} title="Raise an impediment" keepOnOutsideClick>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form
        className="raise"
        data-dropping={dropping || undefined}
        onKeyDown={sendByKey}
        onKeyDownCapture={onKeyDownCapture}
        onSubmit={(event) => {
          event.preventDefault();
          void form.raise(keepsOpen || keepsThisTime.current);
          keepsThisTime.current = false;
        }}
        {...catching}
      >
        <RaisedList raised={raised} onOpen={onClose} />
        <RefusalNote refusal={form.refusal} fieldsShown={FIELDS} />
        <RestoredWords drafts={[form.titleDraft, form.descriptionDraft]} />
        <TextField
          ref={titleField}
          size="lg"
          label="What is in the way?"
          placeholder="Test data for payments is locked every morning until ten"
          autoComplete="off"
          enterKeyHint="send"
          value={form.title}
          error={form.errorOf('title')}
          onChange={(event) => form.setTitle(event.target.value)}
        />
        <SimilarList title={form.title} onOpen={onClose} />
        <div className="raise__row">
          <Combobox
            label="Raising team"
            placeholder="Choose a team"
            value={team.teamId}
            options={team.options}
            loading={team.loading}
            onChange={team.setTeamId}
            error={form.errorOf('raisingTeamId')}
          />
          <Select
            label="Category"
            options={CATEGORY_OPTIONS}
            value={form.category}
            onChange={(event) => form.setCategory(IMPEDIMENT_CATEGORIES[event.target.selectedIndex] ?? 'OTHER')}
          />
        </div>
        <MarkdownField
          label="Description"
          optional
          placeholder="What have you tried? What does it cost you? Drop or paste a picture."
          hint={away ? AWAY_HINT : undefined}
          value={form.description}
          error={form.errorOf('description')}
          onChange={form.setDescription}
          pictures={PICTURES}
          takeFiles={takeFiles}
          onUploading={form.setUploading}
        />
        <SourceField value={form.source} onChange={form.setSource} error={form.refusal?.fields['newSource']} />
        <EarlierOfSameKind source={form.source} category={form.category} onOpen={onClose} />
        <MultiCombobox
          label="Also affects"
          optional
          placeholder="Other teams"
          values={form.affectedTeamIds}
          options={team.options.filter(({ value }) => value !== team.teamId)}
          loading={team.loading}
          onChange={form.setAffectedTeamIds}
        />
        <DialogActions>
          <div className="raise__keep">
            <Checkbox
              label={
                <>
                  Keep open for the next <Kbd>Ctrl ⇧ ↵</Kbd>
                </>
              }
              checked={keepsOpen}
              onChange={(event) => setKeepsOpen(event.target.checked)}
            />
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
