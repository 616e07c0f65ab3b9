import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import type { DelegationCellFactsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Moment } from '../../impediments/public';
import type { KnownScope } from '../scopes/use-decision-scopes';
import { changesOf } from './board-changes';
import { DELEGATION_VERSIONS } from './delegation.operations';

export type VersionsDialogProps = {
  scope: KnownScope;
  /** Lays the cells of an earlier version on the board; only for who may save it. */
  onBringBack: ((number: number, cells: readonly DelegationCellFactsFragment[]) => void) | undefined;
  onClose: () => void;
};

/** Every board that was ever saved here, the latest first, each with what it changed. */
export function VersionsDialog({ scope, onBringBack, onClose }: VersionsDialogProps) {
  const { data, error } = useQuery(DELEGATION_VERSIONS, {
    variables: { scopeKind: scope.kind, scopeId: scope.id },
    fetchPolicy: 'cache-and-network',
  });
  const board = data?.delegationBoard;
  const versions = (board?.versions ?? []).toSorted((one, other) => other.number - one.number);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Versions of the board of ${scope.name}`}
      description="Decisions keep the delegation that they were proposed under."
      size="lg"
    >
      {error && <RefusalNote refusal={shownRefusal(error)} />}
      {!board && !error && <Skeleton lines={5} label="Loading the versions" />}
      <ol className="versions" reversed>
        {versions.map((version, index) => {
          const changes = changesOf(versions[index + 1]?.cells ?? [], version.cells, scope);
          return (
            <li key={version.number} className="version" aria-label={`Version ${version.number}`}>
              <div className="version__head">
                <p>
                  <strong>Version {version.number}</strong>{' '}
                  <span className="version__about">
                    {version.savedBy.name}, <Moment at={version.savedAt} />
                  </span>
                </p>
                {onBringBack && version.number !== board?.number && (
                  <Button size="sm" onClick={() => onBringBack(version.number, version.cells)}>
                    Lay it on the board
                    <VisuallyHidden>: version {version.number}</VisuallyHidden>
                  </Button>
                )}
              </div>
              {version.note !== '' && <p className="version__note">{version.note}</p>}
              <ul className="version__changes">
                {changes.map(({ area, words }) => (
                  <li key={area}>
                    <strong>{area}</strong> {words}
                  </li>
                ))}
                {changes.length === 0 && <li>Nothing was changed.</li>}
              </ul>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
