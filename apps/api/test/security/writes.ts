import { Inject, Module } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../src/platform/auth/action.js';
import { CurrentViewer } from '../../src/platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../src/platform/auth/viewer.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/new-id.js';
import { EventLog } from '../../src/platform/events/event-log.js';
import { idempotently } from '../../src/platform/graphql/idempotency.js';

/** A mutation as features write them: one row, its event and its idempotency key in one transaction. */
@Resolver()
class WritesResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  @Mutation(() => String)
  @Action('product:create')
  async writeProduct(
    @CurrentViewer() viewer: Viewer,
    @Args('name', { type: () => String }) name: string,
    @Args('key', { type: () => String }) key: string,
  ): Promise<string> {
    const written = await this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, key, 'writeProduct', { name }, async () => {
        const id = newId();
        await tx.run('insert into products (organization_id, id, name) values ($1, $2, $3)', [
          tx.organizationId,
          id,
          name,
        ]);
        await this.events.append(tx, {
          name: 'product.written',
          subjectType: 'Product',
          subjectId: id,
          subjectVersion: 1,
          payload: {},
        });
        return { id };
      }),
    );
    return written.id;
  }
}

@Module({ providers: [WritesResolver] })
export class WritesModule {}

/** Writes one product after the other, as a client does, and remembers what was acknowledged. */
export class Writer {
  /** The names, with the id that the api answered. */
  readonly acknowledged = new Map<string, string>();
  readonly refused: string[] = [];
  private count = 0;

  constructor(
    readonly name: string,
    private readonly cookie: string,
  ) {}

  /** All names that were ever sent. */
  get sent(): string[] {
    return Array.from({ length: this.count }, (_, index) => `${this.name}-${index}`);
  }

  async writeNext(origin: string): Promise<void> {
    const name = `${this.name}-${this.count}`;
    this.count += 1;
    await this.write(origin, name);
  }

  /** Sends the name with its key, also again. Never throws: an unanswered request is one that may or may not have run. */
  async write(origin: string, name: string): Promise<string | undefined> {
    try {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `chapterhouse=${this.cookie}` },
        body: JSON.stringify({
          query: 'mutation ($name: String!, $key: String!) { writeProduct(name: $name, key: $key) }',
          variables: { name, key: `key-of-${name}` },
        }),
        signal: AbortSignal.timeout(10_000),
      });
      const body = (await response.json()) as {
        data?: { writeProduct: string } | null;
        errors?: { extensions: { code: string } }[];
      };
      const id = body.data?.writeProduct;
      if (id === undefined) this.refused.push(body.errors?.[0]?.extensions.code ?? String(response.status));
      else this.acknowledged.set(name, id);
      return id;
    } catch {
      return undefined;
    }
  }
}
