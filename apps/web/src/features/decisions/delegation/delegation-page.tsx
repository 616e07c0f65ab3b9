import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { History, LayoutTemplate, Plus, Scale } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DelegationBoardFactsFragment, DelegationCellFactsFragment } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment } from '../../impediments/public';
import { ScopeField } from '../scopes/scope-field';
import { type KnownScope, useDecisionScopes } from '../scopes/use-decision-scopes';
import { AreaDialog } from './area-dialog';
import { BoardForm, type LaidCells } from './board-form';
import { BoardGrid } from './board-grid';
import { BoardRow } from './board-row';
import { shownRows } from './board-rows';
import { boardFacts, decodeTerms } from './board-terms';
import { DELEGATION_BOARD } from './delegation.operations';
import { DelegationTabs } from './delegation-tabs';
import { LevelMeanings } from './level-meanings';
import { TemplateDialog } from './template-dialog';
import { VersionsDialog } from './versions-dialog';
import './delegation-page.css';

/** `/decisions/delegation?of=<place>`: who decides about what; where no place is named, of one's own team, or of the product. */
export function DelegationPage() {
  const [params, setParams] = useSearchParams();
  const { organization, teams } = useViewer();
  const { scopes, loading, error } = useDecisionScopes();
  const of = params.get('of') ?? teams[0]?.id ?? onlyProduct(scopes)?.id ?? organization.id;
  const scope = scopes.find(({ id }) => id === of);
  const picker = (
    <ScopeField
      label="Board of"
      value={of}
      valueLabel={scope?.name}
      onChange={(chosen) => setParams({ of: chosen?.id ?? organization.id }, { preventScrollReset: true })}
    />
  );
  if (scope) return <ScopeBoard key={scope.id} scope={scope} picker={picker} />;
  return (
    <Page title="Delegation">
      <DelegationTabs />
      {loading && <Skeleton shape="card" lines={6} label="Loading the board" />}
      {!loading && error !== undefined && <RefusalNote refusal={shownRefusal(error)} />}
      {!loading && error === undefined && (
        <>
          <div className="delegation-page__picker">{picker}</div>
          <EmptyState icon={<Scale />} title="There is no such place">
            It may have been archived, or the address has a typing mistake. Choose another place above.
          </EmptyState>
        </>
      )}
    </Page>
  );
}

/** Of several nobody says which; below the organization most is delegated. */
function onlyProduct(scopes: readonly KnownScope[]): KnownScope | undefined {
  const [product, ...others] = scopes.filter(({ kind }) => kind === 'PRODUCT');
  return others.length === 0 ? product : undefined;
}

type Dialog = 'template' | 'versions' | 'area';

function ScopeBoard({ scope, picker }: { scope: KnownScope; picker: ReactNode }) {
  const variables = { scopeKind: scope.kind, scopeId: scope.id };
  const { data, error, refetch } = useQuery(DELEGATION_BOARD, { variables, fetchPolicy: 'cache-and-network' });
  const board = data?.delegationBoard;
  const [parent] = scope.above;
  const above = useQuery(DELEGATION_BOARD, {
    variables: { scopeKind: parent?.kind ?? 'ORGANIZATION', scopeId: parent?.id ?? '' },
    skip: parent === undefined || !can(board, 'delegation:save'),
  });
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const form = useRef<LaidCells>(null);
  const reload = async () => {
    await refetch().catch(() => {});
  };
  const close = () => setDialog(null);
  const areas = (board?.decisionAreas ?? []).filter(({ archived }) => !archived);
  const lay = (what: string, cells: readonly DelegationCellFactsFragment[], others: 'stay' | 'go') => {
    form.current?.lay(
      cells.filter(({ inheritedFrom }) => inheritedFrom === null),
      others,
    );
    announce(`${what} is laid on the board. Look at it, then save.`);
  };
  const mayAdd = can(board, 'decision-area:create');
  const maySave = can(board, 'delegation:save');
  const add = (
    <Button icon={<Plus aria-hidden />} onClick={() => setDialog('area')}>
      Decision area
    </Button>
  );
  const start = () => setDialog('template');
  const first = (
    <Button variant="primary" icon={<LayoutTemplate aria-hidden />} onClick={start}>
      Start from a template
    </Button>
  );
  const empty = (
    <EmptyState icon={<Scale />} title="Nothing is delegated yet" action={maySave && first}>
      The board says for each thing that is decided about who decides, who is asked before and told after, and whether
      there is a veto. Until then whoever is accountable decides.
    </EmptyState>
  );
  return (
    <Page
      title="Delegation"
      subtitle={board && <Standing board={board} />}
      actions={
        board && (
          <>
            {board.number > 0 && (
              <Button variant="ghost" icon={<History aria-hidden />} onClick={() => setDialog('versions')}>
                Versions
              </Button>
            )}
            {maySave && (
              <Button icon={<LayoutTemplate aria-hidden />} onClick={start}>
                Template
              </Button>
            )}
            {mayAdd && add}
          </>
        )
      }
    >
      <DelegationTabs />
      <div className="delegation-page__picker">{picker}</div>
      {error && !board && (
        <RefusalNote refusal={shownRefusal(error)} action={<Button onClick={() => void reload()}>Try again</Button>} />
      )}
      {!board && !error && <Skeleton shape="card" lines={6} label="Loading the board" />}
      {board && areas.length > 0 && <LevelMeanings />}
      {board && maySave && (
        <BoardForm
          board={board}
          scope={scope}
          above={above.data?.delegationBoard}
          mayEditAreas={can(board, 'decision-area:edit')}
          onSaved={reload}
          handle={form}
          empty={empty}
        />
      )}
      {board && !maySave && (areas.length === 0 ? empty : <ReadBoard board={board} scope={scope} />)}
      {dialog === 'area' && <AreaDialog onDone={reload} onClose={close} />}
      {dialog === 'template' && (
        <TemplateDialog
          scope={scope}
          onClose={close}
          onUse={async (used) => {
            // The decision areas that it brought are rows of the board first.
            await reload();
            lay('The template', used.cells, 'stay');
          }}
        />
      )}
      {dialog === 'versions' && (
        <VersionsDialog
          scope={scope}
          onClose={close}
          onBringBack={
            maySave
              ? (number, cells) => {
                  close();
                  // Nobody decides any more about what was archived since.
                  const standing = cells.filter(({ decisionArea }) => areas.some(({ id }) => id === decisionArea.id));
                  lay(`Version ${number}`, standing, 'go');
                }
              : undefined
          }
        />
      )}
    </Page>
  );
}

function ReadBoard({ board, scope }: { board: DelegationBoardFactsFragment; scope: KnownScope }) {
  const saved = boardFacts(board.cells);
  const rows = shownRows({
    areas: board.decisionAreas.filter(({ archived }) => !archived),
    own: (id) => decodeTerms(saved[id]),
    saved,
    board,
    above: undefined,
    scope,
    changed: [],
  });
  return (
    <>
      <BoardGrid label={`Decision areas of ${scope.name}`}>
        {rows.map((row) => (
          <BoardRow key={row.area.id} row={row} scope={scope} />
        ))}
      </BoardGrid>
      <p className="delegation-page__quiet">
        Whoever is accountable here or above edits this board, or an administrator; ask one of them.
      </p>
    </>
  );
}

function Standing({ board: { number, savedBy, savedAt } }: { board: DelegationBoardFactsFragment }) {
  if (number === 0) return 'No board of its own yet';
  return (
    <>
      Version {number}
      {savedBy !== null && `, ${savedBy.name}`}
      {savedAt !== null && (
        <>
          , <Moment at={savedAt} />
        </>
      )}
    </>
  );
}
