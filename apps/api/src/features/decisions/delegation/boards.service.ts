import type { DecisionScope, DelegationCell } from '@chapterhouse/domain/decisions/delegation-cell';
import type { DelegationBoardEvents } from '@chapterhouse/domain/decisions/delegation-events';
import {
  accountableAlready,
  boardProblems,
  type CellInput,
  cellOf,
  decisionAreaName,
} from '@chapterhouse/domain/decisions/delegation-fields';
import { canDelegate, type DelegationAction } from '@chapterhouse/domain/decisions/delegation-policy';
import { ACCOUNTABLE_ROLE, isAccountable } from '@chapterhouse/domain/decisions/delegation-people';
import { delegationTemplate } from '@chapterhouse/domain/decisions/delegation-templates';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences } from '../../organization/public.js';
import { BoardObjects } from './board-objects.js';
import type { DelegationBoard, DelegationBoardVersion } from './boards.graphql.js';
import { BoardsRepository } from './boards.repository.js';
import { changesBetween } from './board-changes.js';
import { DecisionAreasRepository } from './decision-areas.repository.js';
import { DecisionAreasService } from './decision-areas.service.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import type { ScopeTree, TreeScope } from './scope-tree.js';

/** A board as somebody gave it; ids as in the database. */
export interface BoardToSave {
  /** Of the one that was seen. */
  number: number;
  cells: readonly CellInput[];
  note: string;
}

/** Delegation boards: read by everybody, saved as a whole, each time as a new version. */
@Injectable()
export class BoardsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(DelegationPeopleRead) private readonly people: DelegationPeopleRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(DecisionAreasRepository) private readonly areas: DecisionAreasRepository,
    @Inject(DecisionAreasService) private readonly naming: DecisionAreasService,
    @Inject(BoardsRepository) private readonly boards: BoardsRepository,
    @Inject(BoardObjects) private readonly objects: BoardObjects,
  ) {}

  /** @throws NOT_FOUND */
  board(viewer: Viewer, asked: DecisionScope): Promise<DelegationBoard> {
    return this.at(viewer, asked, 'delegation:view', (tx, tree, scope) => this.shown(tx, viewer, tree, scope));
  }

  /** The latest first. @throws NOT_FOUND */
  versions(viewer: Viewer, asked: DecisionScope): Promise<DelegationBoardVersion[]> {
    return this.at(viewer, asked, 'delegation:view', (tx, tree, scope) =>
      this.objects.versions(tx, viewer, tree, scope),
    );
  }

  /**
   * What is left out is inherited from now on. Nothing happens where nothing is different.
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT with the number as it is, INVALID_INPUT
   */
  save(
    viewer: Viewer,
    asked: DecisionScope,
    given: BoardToSave,
    idempotencyKey: string | null | undefined,
  ): Promise<DelegationBoard> {
    const note = typedText(given.note);
    return this.at(viewer, asked, 'delegation:save', (tx, tree, scope) =>
      idempotently(tx, idempotencyKey, 'delegation:save', { scope: asked, ...given }, async () => {
        const fields = boardProblems(given.cells, note, scope.kind);
        if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
        await this.refuseUnknown(tx, viewer, given.cells);
        await this.refuseAccountable(tx, viewer, tree, scope, given.cells);
        await this.boards.lock(tx, scope.id);
        const [last] = await this.boards.versions(tx, scope);
        const number = last?.number ?? 0;
        if (given.number !== number)
          throw refusePlatform('CONFLICT', { currentVersion: number, current: { number, scope: scope.name } });
        const cells = given.cells.map(cellOf).toSorted(byArea);
        const changes = await changesBetween(tx, last?.cells ?? [], cells);
        if (changes.length > 0) {
          const saved = {
            number: number + 1,
            cells,
            saved_by: viewer.personId,
            saved_at: viewer.now.toISOString(),
            note,
          };
          await this.boards.insert(tx, scope, saved);
          await this.events.append(tx, {
            name: 'delegation-board.saved' satisfies keyof DelegationBoardEvents,
            subjectType: 'DelegationBoard',
            subjectId: scope.id,
            subjectVersion: saved.number,
            payload: { changes, ...(note !== '' && { note }) },
          });
        }
        return this.shown(tx, viewer, tree, scope);
      }),
    );
  }

  /**
   * Names the decision areas that are missing, and shows the board as it would be with the template's cells: nothing of it
   * counts until somebody saves it. @throws NOT_FOUND, FORBIDDEN
   */
  useTemplate(
    viewer: Viewer,
    templateId: string,
    asked: DecisionScope,
    idempotencyKey: string | null | undefined,
  ): Promise<DelegationBoard> {
    return this.at(viewer, asked, 'delegation:save', (tx, tree, scope) =>
      idempotently(tx, idempotencyKey, 'delegation:use-template', { templateId, scope: asked }, async () => {
        const template = delegationTemplate(templateId);
        if (!template) throw refusePlatform('NOT_FOUND', {});
        const idOf = await this.areasNamed(tx, template.cells);
        const fromTemplate = template.cells.map((cell) =>
          cellOf({ ...cell, decisionAreaId: idOf(cell.decisionArea), personId: null }),
        );
        const [last] = await this.boards.versions(tx, scope);
        const others = (last?.cells ?? []).filter(
          ({ decisionAreaId }) => !fromTemplate.some((cell) => cell.decisionAreaId === decisionAreaId),
        );
        return this.objects.board(tx, viewer, tree, { scope, last, cells: [...fromTemplate, ...others] });
      }),
    );
  }

  private async shown(tx: Tx, viewer: Viewer, tree: ScopeTree, scope: TreeScope): Promise<DelegationBoard> {
    const [last] = await this.boards.versions(tx, scope);
    return this.objects.board(tx, viewer, tree, { scope, last, cells: last?.cells ?? [] });
  }

  /** @throws NOT_FOUND for a scope of nobody here, FORBIDDEN */
  private at<T>(
    viewer: Viewer,
    asked: DecisionScope,
    action: DelegationAction,
    work: (tx: Tx, tree: ScopeTree, scope: TreeScope) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const tree = await this.people.tree(tx, viewer.today);
      const scope = tree.find(asked);
      if (!scope) throw refusePlatform('NOT_FOUND', {});
      const verdict = canDelegate(viewer.actor, action, tree.place(scope));
      if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
      return work(tx, tree, scope);
    });
  }

  private async refuseUnknown(tx: Tx, { today }: Viewer, cells: readonly CellInput[]): Promise<void> {
    const areaIds = cells.map(({ decisionAreaId }) => decisionAreaId);
    const areas = new Map((await this.areas.byIds(tx, areaIds)).map((area) => [area.id, area]));
    const personIds = [
      ...new Set(cells.flatMap(({ delegateKind, personId }) => (delegateKind === 'PERSON' && personId) || [])),
    ];
    const people = personIds.length === 0 ? new Map() : await this.organization.peopleIn(tx, personIds, today);
    if (areas.size < areaIds.length || people.size < personIds.length) throw refusePlatform('NOT_FOUND', {});
    const fields = cells.flatMap(({ decisionAreaId, delegateKind, personId }, index) => {
      const area = areas.get(decisionAreaId);
      const person = delegateKind === 'PERSON' ? people.get(personId ?? '') : undefined;
      return [
        ...(area?.archived
          ? [
              {
                field: `cells.${index}.decisionAreaId`,
                problem: `${area.name} is archived; take it back into use first.`,
              },
            ]
          : []),
        ...(person && person.deactivatedAt !== null
          ? [{ field: `cells.${index}.personId`, problem: `${person.name} has left; choose somebody else.` }]
          : []),
      ];
    });
    if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
  }

  /** Who is accountable there is the other side of each cell. */
  private async refuseAccountable(
    tx: Tx,
    { today }: Viewer,
    tree: ScopeTree,
    scope: TreeScope,
    cells: readonly CellInput[],
  ): Promise<void> {
    if (!cells.some(({ delegateKind }) => delegateKind === 'PERSON')) return;
    const [around] = await this.people.around(tx, today, tree, [{ scope, delegate: null }]);
    if (!around) throw new Error('Each scope has its people.');
    const title = ROLE_TITLES[ACCOUNTABLE_ROLE[scope.kind]];
    const fields = cells.flatMap(({ delegateKind, personId }, index) =>
      delegateKind === 'PERSON' && personId && isAccountable(around, personId, today)
        ? [{ field: `cells.${index}.personId`, problem: accountableAlready(`The ${title}`) }]
        : [],
    );
    if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
  }

  /** The ids of the decision areas with these names, made where there are none. */
  private async areasNamed(
    tx: Tx,
    wanted: readonly { decisionArea: string; description: string }[],
  ): Promise<(name: string) => string> {
    // One at a time: two who begin with a template at once do not make the same names.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('decision_areas:' || $1, 0))`, [tx.organizationId]);
    const key = (name: string): string => decisionAreaName(name).toLowerCase();
    const known = new Map((await this.areas.all(tx, false)).map(({ id, name }) => [key(name), id]));
    const missing = wanted.filter(({ decisionArea }) => !known.has(key(decisionArea)));
    const made = await this.naming.add(
      tx,
      missing.map(({ decisionArea: name, description }) => ({ id: newId(), name, description })),
    );
    for (const { id, name } of made) known.set(key(name), id);
    return (name) => {
      const id = known.get(key(name));
      if (id === undefined) throw new Error('Each name of a template has its decision area.');
      return id;
    };
  }
}

function byArea(one: DelegationCell, other: DelegationCell): number {
  return one.decisionAreaId < other.decisionAreaId ? -1 : 1;
}
