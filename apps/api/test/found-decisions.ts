import { NO_DECISION_WORDS, type DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import type { Tx } from '../src/platform/database/tx.js';
import { newId } from '../src/platform/database/new-id.js';
import { DecisionWrites, type NewDecision } from '../src/features/decisions/decision-writes.js';
import type { DecisionFilter } from '../src/features/decisions/search/decision-hits.graphql.js';
import { DecisionsFoundRead, type FoundPage } from '../src/features/decisions/search/decisions-found.read.js';
import { readQuestion } from '../src/features/decisions/search/question.js';
import type { DecisionOrder } from '../src/features/decisions/search/search-sql.js';
import type { TestApp } from './test-app.js';
import type { TestOrganization } from './world.js';

export type DecisionFacts = Partial<Omit<NewDecision, 'words'>> & Partial<DecisionWords>;

/** What a list of decisions is asked for. */
export interface Asked {
  filter?: DecisionFilter;
  order?: DecisionOrder | null;
  after?: string[] | null;
  limit?: number;
  timeZone?: string;
}

/** What is in the tests' own lists of decisions, without GraphQL around it. */
export class FoundDecisions {
  private readonly read = new DecisionsFoundRead();
  private readonly writes = new DecisionWrites();
  readonly today = '2026-06-01';

  constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    private readonly proposedBy: string,
  ) {}

  static async in(app: TestApp, name: string): Promise<FoundDecisions> {
    const house = await app.world.organization(name);
    return new FoundDecisions(app, house, (await house.person('Ana')).id);
  }

  /** Puts a decision there as somebody proposed it. @returns its id */
  async put(title: string, facts: DecisionFacts = {}): Promise<string> {
    const words = Object.fromEntries(Object.entries(facts).filter(([field]) => field in NO_DECISION_WORDS));
    const decision: NewDecision = {
      id: newId(),
      title,
      kind: 'PROCESS',
      scope: { kind: 'ORGANIZATION', id: this.house.id },
      decisionAreaId: null,
      delegation: null,
      revisitOn: null,
      proposedBy: this.proposedBy,
      proposedAt: '2026-05-01T09:00:00.000Z',
      people: [],
      supersedes: [],
      links: [],
      ...facts,
      words: { ...NO_DECISION_WORDS, ...words },
    };
    await this.inside((tx) => this.writes.insert(tx, decision));
    return decision.id;
  }

  page(
    text: string,
    { filter = {}, order = null, after = null, limit = 50, timeZone = 'UTC' }: Asked = {},
  ): Promise<FoundPage> {
    const question = readQuestion({ ...filter, text }, order, this.today);
    return this.inside((tx) => this.read.page(tx, { timeZone }, question, { after, limit }));
  }

  /** What is found, with [hits] in brackets. */
  async hits(text: string, asked?: Asked): Promise<{ title: string; snippet: string }[]> {
    const { found } = await this.page(text, asked);
    return found.map(({ title, snippet }) => ({ title: bracketed(title), snippet: bracketed(snippet) }));
  }

  async titles(text: string, asked?: Asked): Promise<string[]> {
    return (await this.page(text, asked)).found.map(({ title }) => title.replaceAll(/[\uE000\uE001]/gu, ''));
  }

  count(filter: DecisionFilter): Promise<number> {
    const { narrowed } = readQuestion(filter, null, this.today);
    return this.inside((tx) => this.read.count(tx, { timeZone: 'UTC' }, narrowed));
  }

  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.database.transaction({ organizationId: this.house.id }, work);
  }
}

function bracketed(text: string): string {
  return text.replaceAll('\uE000', '[').replaceAll('\uE001', ']');
}
