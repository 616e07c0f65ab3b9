import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Library, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { useSettled } from '../../../platform/page/use-settled';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useLineKeys } from '../../../platform/shortcuts/use-line-keys';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { useCommunityChanges } from '../community/use-community-changes';
import { ArtifactLines } from './artifact-lines';
import { LibraryFilter } from './library-filter';
import { ARTIFACTS } from './library.operations';
import { filterOf, isNarrowed, readLibrary, WHOLE_LIBRARY, writeLibrary } from './library-view';
import { NewArtifactDialog } from './new-artifact-dialog';
import './artifacts-page.css';

/** Artifacts at a time. */
const PAGE = 30;

/** `/artifacts`: what all communities publish, narrowed by what it is and whose. */
export function ArtifactsPage() {
  const { view, change } = useAddressView(readLibrary, writeLibrary);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ARTIFACTS, {
    variables: { filter: filterOf(view), first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  useCommunityChanges(data !== undefined, refetch);
  const [adding, setAdding] = useState(false);
  const [more, setMore] = useState(false);
  const found = (data ?? previousData)?.artifacts;
  const narrowed = isNarrowed(view);
  useShortcut({ key: 'n', label: 'Write something new', group: 'create', run: () => setAdding(true) });
  useLineKeys((found?.edges.length ?? 0) > 0);
  useAnnouncedCount(data?.artifacts.totalCount);
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  const add = (
    <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
      Write something <Kbd>n</Kbd>
    </Button>
  );
  const nothing = found !== undefined && found.totalCount === 0;
  return (
    <Page
      title="Artifacts"
      subtitle="Playbooks, templates, checklists and decision trees of all communities"
      actions={(!nothing || narrowed) && add}
    >
      <div className="library">
        {(!nothing || narrowed) && <LibraryFilter view={view} onChange={change} />}
        {error && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!found && loading && <Skeleton lines={8} label="Loading the artifacts" />}
        {nothing && !narrowed && (
          <EmptyState
            icon={<Library />}
            title="Nothing is published yet"
            action={
              <Link className={buttonLook({ variant: 'primary' })} to="/communities">
                Show the communities
              </Link>
            }
          >
            A community writes here what it learned, has it reviewed, and publishes it in versions, so that every team
            can follow it and everybody sees who does.
          </EmptyState>
        )}
        {nothing && narrowed && (
          <p className="library__none">
            Nothing fits.{' '}
            <Button size="sm" variant="ghost" onClick={() => change(WHOLE_LIBRARY)}>
              Show all
            </Button>
          </p>
        )}
        {found && found.edges.length > 0 && (
          <>
            <ArtifactLines label="Artifacts" artifacts={found.edges.map(({ node }) => node)} stale={!data} />
            {found.pageInfo.hasNextPage && (
              <p className="library__none">
                {found.edges.length} of {plural(found.totalCount, 'artifact')}{' '}
                <Button pending={more} onClick={() => void showMore()}>
                  Show more
                </Button>
              </p>
            )}
          </>
        )}
      </div>
      {adding && <NewArtifactDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

/** Says how many fit once somebody pauses, not at each letter. */
function useAnnouncedCount(found: number | undefined): void {
  const settled = useSettled(found, 600);
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (settled !== undefined && before.current !== undefined && settled !== before.current)
      announce(`${plural(settled, 'artifact')} found.`);
    before.current = settled ?? before.current;
  }, [settled]);
}
