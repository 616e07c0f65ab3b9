import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { viewerOf } from './people.read.js';
import { Structure } from './structure.js';
import { StructureRepository } from './structure.repository.js';

/** The key of what a request has loaded; goes with its loaders when a mutation forgets them. */
const LOADED = Symbol('structure that is loaded');

/** The whole structure, once per request: a few hundred short rows are cheaper than one question per level. */
@Injectable()
export class StructureRead {
  /** Loads that have not begun, and the last one that has; by organization. */
  private readonly waiting = new Map<string, Promise<Structure>>();
  private readonly running = new Map<string, Promise<Structure>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StructureRepository) private readonly repository: StructureRepository,
  ) {}

  /** At once when the request has it already: the fields of hundreds of teams then need no promise each. */
  of(context: GraphqlContext): Structure | Promise<Structure> {
    const loaded = context.loaders.get(LOADED);
    return loaded instanceof Structure ? loaded : this.load(context);
  }

  private async load(context: GraphqlContext): Promise<Structure> {
    const viewer = viewerOf(context);
    const loader = loaderOf(context, StructureRead, async ([organizationId = '']) => {
      return new Map([[organizationId, await this.shared(viewer)]]);
    });
    const structure = await loader.load(viewer.organizationId);
    if (!structure) throw new Error('The structure was loaded and is not there.');
    if (context.loaders.get(StructureRead) === loader) context.loaders.set(LOADED, structure);
    return structure;
  }

  /**
   * Whoever asks before a load begins shares it: a change that a thousand people watch is one load, not a thousand.
   * Nobody joins one that has begun, so that everybody sees all that was committed before they asked.
   */
  private shared(viewer: Viewer): Promise<Structure> {
    const { organizationId } = viewer;
    const known = this.waiting.get(organizationId);
    if (known) return known;
    const before = this.running.get(organizationId);
    const load = async (): Promise<Structure> => {
      await before?.catch(() => undefined);
      this.waiting.delete(organizationId);
      this.running.set(organizationId, next);
      try {
        return await this.database.transaction(scopeOf(viewer), (tx) => this.repository.load(tx));
      } finally {
        if (this.running.get(organizationId) === next) this.running.delete(organizationId);
      }
    };
    // Begins in a later microtask, even when nothing runs: `next` is known by then.
    const next = Promise.resolve().then(load);
    this.waiting.set(organizationId, next);
    return next;
  }
}
