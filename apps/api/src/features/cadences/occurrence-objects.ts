import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import type { OccurrenceRef } from './occurrence-id.js';
import { type Occurrence, occurrenceOf } from './occurrences.graphql.js';
import { OccurrencesRead } from './occurrences.read.js';

/** Dates to GraphQL objects; what hangs on them is loaded behind their fields. */
@Injectable()
export class OccurrenceObjects {
  constructor(@Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead) {}

  /** By `keyOfRef`; what no series has, and what was skipped, is missing. */
  async byRefs(tx: Tx, _viewer: Viewer, refs: readonly OccurrenceRef[]): Promise<Map<string, Occurrence>> {
    const facts = await this.occurrences.byRefs(tx, refs);
    return new Map([...facts].map(([key, one]) => [key, occurrenceOf(one)]));
  }
}
