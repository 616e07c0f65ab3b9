import type { ImportFieldsFragment } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { useViewer } from '../../../platform/session/session-provider';
import { can } from '../../../platform/session/can';
import { KIND_TITLES, momentWords } from '../import-words';
import { MappingPart } from '../mapping/mapping-part';
import { Applied } from './applied';
import { Applying } from './applying';
import { DiscardButton } from './discard-button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Preview } from './preview';
import { Steps } from './steps';
import { useMappingDraft } from '../mapping/use-mapping-draft';
import './import.css';

export type ImportDetailsProps = { shown: ImportFieldsFragment; onReload: () => Promise<void> };

/** Each state shows what is there and offers the next step. */
export function ImportDetails({ shown, onReload }: ImportDetailsProps) {
  const viewer = useViewer();
  const mayRun = can({ viewerCan: viewer.can }, 'import:run');
  const { kind, state, fileNames, requestedBy, createdAt, failure } = shown;
  const mapping = useMappingDraft(shown);
  const [first = 'Import', ...others] = fileNames;
  return (
    <Page
      title={others.length === 0 ? first : `${first} and ${others.length} more`}
      subtitle={`${KIND_TITLES[kind]}, sent by ${requestedBy.name} on ${momentWords(createdAt, viewer.organization.timeZone)}`}
      actions={mayRun && state !== 'APPLYING' && <DiscardButton shown={shown} />}
    >
      <div className="import">
        <Steps state={state} />
        {state === 'FAILED' && (
          <ErrorNote
            title={failure || 'This import failed.'}
            next="Put right what it says, then preview it again: what is here already stays as it is."
          />
        )}
        {state !== 'APPLYING' && mayRun && <MappingPart shown={shown} draft={mapping} onReload={onReload} />}
        {state === 'APPLYING' && <Applying shown={shown} onEnd={onReload} />}
        {state === 'APPLIED' && <Applied shown={shown} />}
        {state === 'PREVIEWED' && (
          <Preview shown={shown} mayApply={mayRun} changed={mapping.changed} onReload={onReload} />
        )}
      </div>
    </Page>
  );
}
