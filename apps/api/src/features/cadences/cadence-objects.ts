import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Cadence, cadenceOf } from './cadences.graphql.js';
import { CadencesRepository } from './cadences.repository.js';

/** Rows to GraphQL objects; people are loaded behind their fields. */
@Injectable()
export class CadenceObjects {
  constructor(@Inject(CadencesRepository) private readonly cadences: CadencesRepository) {}

  /** Those of nobody here are missing. */
  async byIds(tx: Tx, _viewer: Viewer, ids: readonly string[]): Promise<Map<string, Cadence>> {
    const rows = await this.cadences.byIds(tx, ids);
    return new Map([...rows].map(([id, row]) => [id, cadenceOf(row)]));
  }
}
