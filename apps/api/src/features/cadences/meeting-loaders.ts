import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { CadenceObjects } from './cadence-objects.js';
import type { Cadence } from './cadences.graphql.js';
import { keyOfRef, type OccurrenceRef } from './occurrence-id.js';
import { OccurrenceObjects } from './occurrence-objects.js';
import type { Occurrence } from './occurrences.graphql.js';

const SERIES = Symbol('series that things are of');
const DATES = Symbol('dates that things are of');

/** The series and dates that other things point to: all of an answer in one load. */
@Injectable()
export class MeetingLoaders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CadenceObjects) private readonly cadences: CadenceObjects,
    @Inject(OccurrenceObjects) private readonly occurrences: OccurrenceObjects,
  ) {}

  /** Null for one of nobody here. */
  async cadence(context: GraphqlContext, id: string): Promise<Cadence | null> {
    const viewer = viewerOf(context);
    const loader = loaderOf(context, SERIES, (ids) =>
      this.database.transaction(scopeOf(viewer), (tx) => this.cadences.byIds(tx, viewer, ids)),
    );
    return (await loadOnce(loader, id)) ?? null;
  }

  /** Null for one that was taken out meanwhile. */
  async occurrence(context: GraphqlContext, ref: OccurrenceRef): Promise<Occurrence | null> {
    const viewer = viewerOf(context);
    const loader = loaderOf(context, DATES, (keys) =>
      this.database.transaction(scopeOf(viewer), (tx) => this.occurrences.byRefs(tx, viewer, keys.map(refOfKey))),
    );
    return (await loadOnce(loader, keyOfRef(ref))) ?? null;
  }
}

function refOfKey(key: string): OccurrenceRef {
  const [cadenceId = '', originalStart = ''] = key.split(' ');
  return { cadenceId, originalStart };
}
