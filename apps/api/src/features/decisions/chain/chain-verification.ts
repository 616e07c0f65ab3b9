import { createHash } from 'node:crypto';
import {
  departures,
  type PresentDecision,
  type RecordedAnswer,
  type RecordedLink,
} from '@chapterhouse/domain/decisions/decision-record';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { DECISION_COLUMNS, decisionKeyOf, type DecisionRow, frozenOf } from '../decision-row.js';
import { DecisionRecordsRepository, type RecordRow } from './decision-records.repository.js';

/** Rows that are read at once: little memory, however long the chain is. */
const BATCH = 500;
/** More would not help anybody. */
const MOST_SHOWN = 20;
const BEFORE_THE_FIRST = '0'.repeat(64);

/** What `verify` checks of decisions: the chain is whole, and every decision still says what was put on the record. */
@Injectable()
export class ChainVerification implements OnModuleInit {
  constructor(
    @Inject(Verifications) private readonly verifications: Verifications,
    @Inject(DecisionRecordsRepository) private readonly records: DecisionRecordsRepository,
  ) {}

  onModuleInit(): void {
    this.verifications.register('decisions agree with their events', (tx) =>
      disagreements(tx, 'decisions', 'Decision'),
    );
    this.verifications.register('keys of decisions have no gap', gaps);
    this.verifications.register('the chain of decisions is whole', (tx) => this.firstBreak(tx));
    this.verifications.register('decisions say what was decided', (tx) => this.changed(tx));
  }

  /** One at most: behind a break nothing can be said. */
  private async firstBreak(tx: Tx): Promise<string[]> {
    let previous = { position: 0, hash: BEFORE_THE_FIRST };
    for (;;) {
      const stretch = await this.records.after(tx, previous.position, BATCH);
      for (const record of stretch) {
        const wrong = breakOf(record, previous);
        if (wrong !== null) return [`${await this.nameOf(tx, record)} ${wrong}`];
        previous = record;
      }
      if (stretch.length < BATCH) return [];
    }
  }

  private async nameOf(tx: Tx, { position, decision_id: id, kind }: RecordRow): Promise<string> {
    if (id === null) return `Record ${position} (of a delegation board, ${kind}):`;
    const row = await tx.one<{ number: number }>(
      'select number from decisions where organization_id = $1 and id = $2',
      [tx.organizationId, id],
    );
    return `Record ${position} (${row ? decisionKeyOf(row.number) : `of a decision that is gone, ${id}`}, ${kind}):`;
  }

  private async changed(tx: Tx): Promise<string[]> {
    const found: string[] = [];
    let last = 0;
    for (;;) {
      const rows = await tx.query<DecisionRow & Record<string, unknown>>(
        `select ${DECISION_COLUMNS} from decisions d where d.organization_id = $1 and d.number > $2 order by d.number limit ${BATCH}`,
        [tx.organizationId, last],
      );
      const ids = rows.map(({ id }) => id);
      const records = await this.records.ofDecisions(tx, ids);
      const amendments = await amendmentsOf(tx, ids);
      const links = await this.records.linksOf(tx, ids);
      const answers = await this.records.answersOf(tx, ids);
      for (const row of rows) {
        last = row.number;
        const present = presentOf(row, {
          amendments: amendments.get(row.id) ?? [],
          links: links.get(row.id) ?? [],
          answers: answers.get(row.id) ?? [],
        });
        for (const sentence of departures(present, records.get(row.id) ?? [])) {
          found.push(`${decisionKeyOf(row.number)}: ${sentence}`);
          if (found.length === MOST_SHOWN) return found;
        }
      }
      if (rows.length < BATCH) return found;
    }
  }
}

/** What is wrong with a record that follows another; null when nothing is. Nothing is taken from what the database says of itself. */
function breakOf(record: RecordRow, previous: { position: number; hash: string }): string | null {
  if (record.position !== previous.position + 1)
    return `the chain has a gap before it; the one before is record ${previous.position}.`;
  if (record.previous_hash !== previous.hash) return 'it does not continue the record before it.';
  const hash = createHash('sha256').update(Buffer.from(previous.hash, 'hex')).update(record.text, 'utf8').digest('hex');
  if (hash !== record.hash) return 'its words are not those that its hash was made of.';
  return saysItself(record) ? null : 'it is filed under another decision or kind than it says.';
}

function saysItself({ text, decision_id: id, kind }: RecordRow): boolean {
  const content: unknown = JSON.parse(text);
  return (
    typeof content === 'object' &&
    content !== null &&
    Reflect.get(content, 'decisionId') === id &&
    Reflect.get(content, 'record') === kind
  );
}

type Amendment = PresentDecision['amendments'][number];

async function amendmentsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Amendment[]>> {
  const rows = await tx.query<Amendment & { decision_id: string }>(
    `select decision_id, number, text, by, at from decision_amendments
      where organization_id = $1 and decision_id = any($2::uuid[]) order by decision_id, number`,
    [tx.organizationId, ids],
  );
  const found = new Map<string, Amendment[]>();
  for (const { decision_id: id, ...amendment } of rows) found.set(id, [...(found.get(id) ?? []), amendment]);
  return found;
}

interface Hanging {
  amendments: Amendment[];
  links: RecordedLink[];
  answers: RecordedAnswer[];
}

function presentOf(row: DecisionRow, { amendments, links, answers }: Hanging): PresentDecision {
  return {
    state: row.state,
    frozen: frozenOf(row, links, answers),
    veto: { by: row.vetoed_by, for: row.vetoed_for, at: row.vetoed_at, reason: row.veto_reason },
    supersededBy: row.superseded_by,
    revertReason: row.revert_reason,
    amendments,
  };
}

async function gaps(tx: Tx): Promise<string[]> {
  const row = await tx.one<{ count: number; last: number; counted: number | null }>(
    `select count(*) as count, coalesce(max(number), 0) as last,
            (select last_number from decision_counters where organization_id = $1) as counted
       from decisions where organization_id = $1`,
    [tx.organizationId],
  );
  const { count = 0, last = 0, counted = null } = row ?? {};
  if (count === last && last === (counted ?? 0)) return [];
  return [`There are ${count} decisions, the last key is ${decisionKeyOf(last)}, the counter is at ${counted ?? 0}.`];
}
