import type { BoardCells } from '@chapterhouse/domain/decisions/delegation-board';
import type { DecisionScope, DelegationCell } from '@chapterhouse/domain/decisions/delegation-cell';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** A board as it was saved once; ids are the database's, the moment ISO text. */
export interface BoardVersionRow extends Record<string, unknown> {
  scope_kind: ScopeKind;
  scope_id: string;
  number: number;
  cells: DelegationCell[];
  saved_by: string;
  saved_at: string;
  note: string;
}

/** Versions are only added: the database refuses anything else. */
@Injectable()
export class BoardsRepository {
  /** What each scope says itself now, in the order of the scopes; those without a board, or with an empty one, are left out. */
  async now(tx: Tx, scopes: readonly DecisionScope[]): Promise<BoardCells[]> {
    const rows = await tx.query<BoardVersionRow>(LATEST, [tx.organizationId, scopes.map(({ id }) => id)]);
    const cells = new Map(rows.map((row) => [`${row.scope_kind} ${row.scope_id}`, row.cells]));
    return scopes
      .map((scope) => ({ scope, cells: cells.get(`${scope.kind} ${scope.id}`) ?? [] }))
      .filter((board) => board.cells.length > 0);
  }

  /** All of one scope, the latest first. */
  versions(tx: Tx, { kind, id }: DecisionScope): Promise<BoardVersionRow[]> {
    return tx.query<BoardVersionRow>(
      `select ${COLUMNS} from delegation_board_versions where organization_id = $1 and scope_id = $2 and scope_kind = $3
        order by number desc`,
      [tx.organizationId, id, kind],
    );
  }

  /** Nobody else saves this board until the transaction ends. */
  async lock(tx: Tx, scopeId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('delegation_board:' || $1 || ':' || $2, 0))`, [
      tx.organizationId,
      scopeId,
    ]);
  }

  async insert(
    tx: Tx,
    scope: DecisionScope,
    version: Pick<BoardVersionRow, 'number' | 'cells' | 'saved_by' | 'saved_at' | 'note'>,
  ): Promise<void> {
    await tx.run(
      `insert into delegation_board_versions (organization_id, scope_kind, scope_id, number, cells, saved_by, saved_at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.organizationId,
        scope.kind,
        scope.id,
        version.number,
        JSON.stringify(version.cells),
        version.saved_by,
        version.saved_at,
        version.note,
      ],
    );
  }
}

const COLUMNS = 'scope_kind, scope_id, number, cells, saved_by, saved_at, note';

const LATEST = `
  select distinct on (scope_id, scope_kind) ${COLUMNS} from delegation_board_versions
   where organization_id = $1 and scope_id = any($2::uuid[]) order by scope_id, scope_kind, number desc`;
