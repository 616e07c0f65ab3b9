import { type BoardCells, cellsThatCount, type PlacedCell } from '@chapterhouse/domain/decisions/delegation-board';
import type { DelegationCell } from '@chapterhouse/domain/decisions/delegation-cell';
import { viewerCanDelegate } from '@chapterhouse/domain/decisions/delegation-policy';
import { delegationSentence } from '@chapterhouse/domain/decisions/delegation-words';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganizationReferences, type Person, roleScopeObject } from '../../organization/public.js';
import type { Delegate, DelegationBoard, DelegationBoardVersion, DelegationCellObject } from './boards.graphql.js';
import { BoardsRepository, type BoardVersionRow } from './boards.repository.js';
import { decisionAreaObject, type DecisionAreaRow, DecisionAreasRepository } from './decision-areas.repository.js';
import { FlowsRead, type LoadedFlow } from './flows.read.js';
import type { ScopeTree, TreeScope } from './scope-tree.js';

/** A board with what it says itself now; `cells` other than saved ones are for looking at. */
export interface BoardToShow {
  scope: TreeScope;
  last: BoardVersionRow | undefined;
  cells: readonly DelegationCell[];
}

/** Boards as they are shown: with what they inherit, and what each cell means here. A few statements for any board. */
@Injectable()
export class BoardObjects {
  constructor(
    @Inject(BoardsRepository) private readonly boards: BoardsRepository,
    @Inject(DecisionAreasRepository) private readonly areas: DecisionAreasRepository,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  async board(tx: Tx, viewer: Viewer, tree: ScopeTree, { scope, last, cells }: BoardToShow): Promise<DelegationBoard> {
    const [, ...above] = tree.chain(scope);
    const own: BoardCells = { scope, cells };
    const areas = await this.areas.all(tx, false);
    const nearest = cellsThatCount([own, ...(await this.boards.now(tx, above))]);
    // By the names of what is decided about; what is archived is not shown.
    const placed = areas.flatMap(({ id }) => nearest.get(id) ?? []);
    const savedBy = last && (await this.organization.peopleIn(tx, [last.saved_by], viewer.today)).get(last.saved_by);
    return {
      scope: roleScopeObject(scope.kind, scope.id, scope.name),
      number: last?.number ?? 0,
      savedBy: savedBy ?? null,
      savedAt: last?.saved_at ?? null,
      cells: await this.cells(tx, viewer, tree, scope, placed, areas),
      decisionAreas: areas.map(decisionAreaObject),
      viewerCan: viewerCanDelegate(viewer.actor, tree.place(scope)),
    };
  }

  /** All of one scope, the latest first; with decision areas that are archived by now. */
  async versions(tx: Tx, viewer: Viewer, tree: ScopeTree, scope: TreeScope): Promise<DelegationBoardVersion[]> {
    const rows = await this.boards.versions(tx, scope);
    const areas = await this.areas.all(tx, true);
    const people = await this.organization.peopleIn(tx, [...new Set(rows.map((row) => row.saved_by))], viewer.today);
    const placed = rows.flatMap((row) => row.cells.map((cell): PlacedCell => ({ cell, scope })));
    const cells = await this.cells(tx, viewer, tree, scope, placed, areas);
    let next = 0;
    return rows.map((row) => {
      const from = next;
      next += row.cells.length;
      const savedBy = people.get(row.saved_by);
      if (!savedBy) throw new Error('Whoever saved a board is somebody here.');
      return { number: row.number, savedBy, savedAt: row.saved_at, note: row.note, cells: cells.slice(from, next) };
    });
  }

  /** In the order given. */
  private async cells(
    tx: Tx,
    viewer: Viewer,
    tree: ScopeTree,
    scope: TreeScope,
    placed: readonly PlacedCell[],
    areas: readonly DecisionAreaRow[],
  ): Promise<DelegationCellObject[]> {
    const known = new Map(areas.map((area) => [area.id, area]));
    const meant = await this.flows.many(
      tx,
      viewer,
      placed.map(({ cell, scope: from }) => ({ scope, delegation: { ...cell, scope: from }, rationale: '' })),
      tree,
    );
    const personIds = placed.flatMap(({ cell }) => cell.delegate.personId ?? []);
    const people =
      personIds.length === 0
        ? new Map<string, Person>()
        : await this.organization.peopleIn(tx, [...new Set(personIds)], viewer.today);
    return placed.map(({ cell, scope: from }, index) => {
      const area = known.get(cell.decisionAreaId);
      const flow = meant[index];
      if (!area || !flow) throw new Error('A cell is about a decision area of its organization.');
      const source = from.kind === scope.kind ? undefined : tree.find(from);
      return {
        decisionArea: decisionAreaObject(area),
        level: cell.level,
        delegate: delegateObject(cell.delegate, flow, people),
        vetoHours: cell.vetoHours,
        answerHours: cell.answerHours,
        sentence: sentenceOf(flow, area.name),
        inheritedFrom: source ? roleScopeObject(source.kind, source.id, source.name) : null,
      };
    });
  }
}

export function delegateObject(
  { kind, role, personId }: DelegationCell['delegate'],
  { facts }: Pick<LoadedFlow, 'facts'>,
  people: ReadonlyMap<string, Person>,
): Delegate {
  const person = people.get(personId ?? '') ?? null;
  return { kind, role, person, name: facts.delegate?.party.words ?? '' };
}

/** @param about the decision area; absent where one decision is meant */
export function sentenceOf({ facts }: Pick<LoadedFlow, 'facts'>, about?: string): string {
  const { delegation, accountable, delegate } = facts;
  return delegationSentence({
    level: delegation?.level ?? 'TELL',
    accountable: accountable.party,
    delegate: delegate?.party ?? null,
    about,
    vetoHours: delegation?.vetoHours ?? 0,
    answerHours: delegation?.answerHours ?? 0,
  });
}
