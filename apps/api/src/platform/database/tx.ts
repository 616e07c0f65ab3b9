import type { PoolClient, QueryResultRow } from 'pg';

/** Whose transaction this is: the organization, who acts, and what caused it. */
export interface TxScope {
  organizationId: string;
  /** The person who acts; absent for the worker and operators. */
  actorId?: string | undefined;
  requestId?: string | undefined;
  /** What set this off when no person did: `job:…`, `import:<id>`, `cli`. */
  cause?: string | undefined;
}

/**
 * An open transaction. Repository writes and `events.append` take one, so neither can be called without it.
 */
export class Tx {
  private readonly onCommit: (() => void)[] = [];

  constructor(
    private readonly client: PoolClient,
    readonly scope: TxScope,
  ) {}

  get organizationId(): string {
    return this.scope.organizationId;
  }

  /** Rows of one statement; timestamps arrive as ISO text in UTC, dates as `YYYY-MM-DD`. */
  async query<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }

  /**
   * As `query`, planned once for each connection: for statements of one text that cost more to plan than to run.
   * @param name of this text and no other
   */
  async prepared<Row extends QueryResultRow>(name: string, sql: string, values: unknown[]): Promise<Row[]> {
    return (await this.client.query<Row>({ name, text: sql, values })).rows;
  }

  /** The first row, or undefined. */
  async one<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, values))[0];
  }

  /** How many rows the statement touched. */
  async run(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.client.query(sql, values)).rowCount ?? 0;
  }

  /** Called once, after COMMIT succeeded. Must not throw; must not be needed for correctness. */
  afterCommit(callback: () => void): void {
    this.onCommit.push(callback);
  }

  /** For `Database` only. */
  committed(): void {
    for (const callback of this.onCommit) callback();
  }
}
