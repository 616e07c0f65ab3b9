import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { FileInput, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Can } from '../../../platform/session/can';
import { IMPORTS } from '../imports.operations';
import { NewImportDialog } from '../upload/new-import-dialog';
import { ImportsList } from './imports-list';
import './imports-list.css';

/** Milliseconds between looks while something is being applied. */
const LOOK_EVERY = 2_000;

/** `/imports`: what was imported, by whom, how it went; and the way to the next one. */
export function ImportsPage() {
  const [asking, setAsking] = useState(false);
  const { data, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(IMPORTS, {
    fetchPolicy: 'cache-and-network',
  });
  const imports = data?.imports;
  const refusal = error ? shownRefusal(error) : null;
  const running = imports?.edges.some(({ node }) => node.state === 'APPLYING') ?? false;
  useEffect(() => {
    if (running) startPolling(LOOK_EVERY);
    else stopPolling();
    return stopPolling;
  }, [running, startPolling, stopPolling]);

  const isEmpty = imports?.edges.length === 0;
  const begin = (
    <Can do="import:run">
      <OfferedCommand id="create:import" label="New import …" group="create" run={() => setAsking(true)} />
      <Button variant={isEmpty ? 'primary' : 'secondary'} icon={<Plus aria-hidden />} onClick={() => setAsking(true)}>
        New import
      </Button>
    </Can>
  );
  return (
    <Page title="Imports" actions={imports && !isEmpty && begin}>
      {refusal && (
        <RefusalNote
          refusal={refusal}
          action={
            refusal?.code !== 'FORBIDDEN' && <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
          }
        />
      )}
      {!imports && !error && <Skeleton shape="card" lines={5} label="Loading imports" />}
      {isEmpty && (
        <EmptyState icon={<FileInput />} title="Nothing was imported here yet" action={begin}>
          Bring in teams, people, impediments, backlogs, decisions, calendars and playbooks from files. A preview shows
          what would change before anything does, and the same file twice changes nothing. What the command line imports
          is not listed here.
        </EmptyState>
      )}
      {imports && !isEmpty && (
        <ImportsList
          imports={imports.edges.map(({ node }) => node)}
          onMore={
            imports.pageInfo.hasNextPage
              ? () => fetchMore({ variables: { after: imports.pageInfo.endCursor ?? null } })
              : null
          }
        />
      )}
      {asking && <NewImportDialog onClose={() => setAsking(false)} />}
    </Page>
  );
}
