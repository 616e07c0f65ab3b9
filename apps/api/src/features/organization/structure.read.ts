import { Inject, Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { viewerOf } from './people.read.js';
import type { Structure } from './structure.js';
import { StructureRepository } from './structure.repository.js';

/** The whole structure, once per request: a few hundred short rows are cheaper than one question per level. */
@Injectable()
export class StructureRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StructureRepository) private readonly repository: StructureRepository,
  ) {}

  async of(context: GraphqlContext): Promise<Structure> {
    const viewer = viewerOf(context);
    const loader = loaderOf(context, StructureRead, async ([organizationId = '']) => {
      const structure = await this.database.transaction(scopeOf(viewer), (tx) => this.repository.load(tx));
      return new Map([[organizationId, structure]]);
    });
    const structure = await loader.load(viewer.organizationId);
    if (!structure) throw new Error('The structure was loaded and is not there.');
    return structure;
  }
}
