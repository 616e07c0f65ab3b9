import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { PREVIEW_IMPORT } from '../imports.operations';
import { AddFiles } from '../upload/add-files';
import { CalendarMappingForm } from './calendar-mapping-form';
import { DecisionMappingForm } from './decision-mapping-form';
import { JiraMappingForm } from './jira-mapping-form';
import { OrganizationFileWords } from './organization-file-words';
import { isMendable, refusalOf, RefusedFiles, UnknownColumns } from './refused-files';
import { playbookProblems } from './playbook-choices';
import { PlaybookMappingForm } from './playbook-mapping-form';
import { SavedMappings } from './saved-mappings';
import { SigsMappingForm } from './sigs-mapping-form';
import type { MappingDraft } from './use-mapping-draft';
import './mapping.css';

export type MappingPartProps = { shown: ImportFieldsFragment; draft: MappingDraft; onReload: () => Promise<void> };

/** What in the files becomes what here, and the preview of it. */
export function MappingPart({ shown, draft, onReload }: MappingPartProps) {
  const { act, pending, refusal } = useAct(PREVIEW_IMPORT);
  const { id, version, kind, state, choices } = shown;
  const first = state === 'UPLOADED';
  const [open, setOpen] = useState(first || state === 'FAILED' || draft.changed);
  const [sent, setSent] = useState(false);
  const problems = kind === 'PLAYBOOK' ? playbookProblems(draft.mapping, choices) : {};
  const refused = first ? refusalOf(choices) : null;
  const title = kind === 'ORG' ? 'What is in the file' : 'What becomes what';
  const preview = async () => {
    setSent(true);
    if (Object.keys(problems).length > 0) return;
    const done = await act({ id, version, mapping: draft.mapping });
    if (done === null) return;
    setSent(false);
    draft.clear();
    // What stops it is mended here.
    setOpen(typeof done.previewImport.preview?.refused === 'string');
  };
  if (!open) {
    return (
      <div className="mapping mapping--folded">
        <div className="mapping__head">
          <h2>{title}</h2>
          <Button size="sm" aria-expanded={false} onClick={() => setOpen(true)}>
            {kind === 'ORG' ? 'Preview again' : 'Change the mapping'}
          </Button>
        </div>
      </div>
    );
  }
  if (refused !== null && !isMendable(choices)) {
    return (
      <div className="mapping">
        <RefusedFiles {...refused} />
        <AddFiles shown={shown} onAdded={onReload} />
      </div>
    );
  }
  return (
    <form
      className="mapping"
      aria-label="Mapping"
      onSubmit={(event) => {
        event.preventDefault();
        void preview();
      }}
    >
      <div className="mapping__head">
        <h2>{title}</h2>
        {!first && (
          <Button size="sm" variant="ghost" aria-expanded onClick={() => setOpen(false)}>
            Hide
          </Button>
        )}
      </div>
      {kind === 'ORG' && <OrganizationFileWords choices={choices} />}
      <DraftNote draft={draft.kept} what="choices" />
      {refused !== null && <UnknownColumns {...refused} />}
      {kind === 'SIGS' && <SigsMappingForm mapping={draft.mapping} choices={choices} onChange={draft.change} />}
      {(kind === 'JIRA_JSON' || kind === 'JIRA_CSV') && (
        <>
          <SavedMappings kind={kind} mapping={draft.mapping} choices={choices} onChange={draft.change} />
          <JiraMappingForm mapping={draft.mapping} choices={choices} onChange={draft.change} />
        </>
      )}
      {(kind === 'ADR' || kind === 'KEP') && (
        <DecisionMappingForm mapping={draft.mapping} choices={choices} onChange={draft.change} />
      )}
      {kind === 'CALENDAR' && <CalendarMappingForm mapping={draft.mapping} choices={choices} onChange={draft.change} />}
      {kind === 'PLAYBOOK' && (
        <PlaybookMappingForm
          mapping={draft.mapping}
          choices={choices}
          problems={{ ...refusal?.fields, ...(sent && problems) }}
          onChange={draft.change}
        />
      )}
      <RefusalNote
        refusal={refusal}
        action={
          refusal?.code === 'CONFLICT' && (
            <Button size="sm" onClick={() => void onReload()}>
              Show its present state
            </Button>
          )
        }
      />
      <div className="mapping__actions">
        <Button
          type="submit"
          variant={first || draft.changed || state === 'FAILED' ? 'primary' : 'secondary'}
          pending={pending}
        >
          {first ? 'Preview' : 'Preview again'}
        </Button>
        <span className="mapping__words">
          {pending ? 'Reading the files and comparing with what is here…' : 'Nothing is changed by a preview.'}
        </span>
      </div>
      {(first || state === 'PREVIEWED') && <AddFiles shown={shown} onAdded={onReload} />}
    </form>
  );
}
