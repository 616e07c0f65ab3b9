import type { DecisionScope, FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
import type { FlowFacts, FlowSide } from '@chapterhouse/domain/decisions/delegation-flow';
import {
  accountableSide,
  delegateSide,
  type DelegationPeopleFacts,
} from '@chapterhouse/domain/decisions/delegation-people';
import { type Party, personParty, roleParty, teamParty } from '@chapterhouse/domain/decisions/delegation-words';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { AsksRepository, type AskRow } from './asks.repository.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import type { ScopeChain, ScopeTree, TreeScope } from './scope-tree.js';

/** A decision as far as its flow depends on it; ids and moments as in the database. */
export interface FlowSubject {
  id: string;
  scope: DecisionScope;
  /** As frozen when it was proposed; null: nobody delegated it. */
  delegation: FrozenDelegation | null;
  rationale: string;
  proposedBy: string | null;
  /** ISO text; null unless accepted with a veto. */
  vetoEndsAt: string | null;
}

/** What the rules are asked about, and what was asked of people. */
export interface LoadedFlow<Subject extends FlowTerms = FlowSubject> {
  subject: Subject;
  facts: FlowFacts;
  asks: AskRow[];
  chain: ScopeChain;
  /** Whose board said so; null: nobody delegated it. Not always in the chain: teams move. */
  delegatedBy: TreeScope | null;
}

/** What is enough to say how something would be decided; without an id there are no asks. */
export type FlowTerms = Pick<FlowSubject, 'scope' | 'delegation' | 'rationale'> & { id?: string };

/** Whose view: today decides who is away, now what is over. */
export type FlowMoment = Pick<Viewer, 'today' | 'now'>;

/** Who takes part in decisions, as of now: the same number of statements for any number of them. */
@Injectable()
export class FlowsRead {
  constructor(
    @Inject(DelegationPeopleRead) private readonly people: DelegationPeopleRead,
    @Inject(AsksRepository) private readonly asks: AsksRepository,
  ) {}

  async one<S extends FlowTerms>(tx: Tx, moment: FlowMoment, subject: S): Promise<LoadedFlow<S>> {
    const [loaded] = await this.many(tx, moment, [subject]);
    if (!loaded) throw new Error('One decision has one flow.');
    return loaded;
  }

  /** In the order of the subjects. @param tree the scopes, when they are loaded already */
  async many<S extends FlowTerms>(
    tx: Tx,
    { today, now }: FlowMoment,
    subjects: readonly S[],
    tree?: ScopeTree,
  ): Promise<LoadedFlow<S>[]> {
    if (subjects.length === 0) return [];
    const scopes = tree ?? (await this.people.tree(tx, today));
    const around = await this.people.around(
      tx,
      today,
      scopes,
      subjects.map(({ scope, delegation }) => ({ scope, delegate: delegation?.delegate ?? null })),
    );
    const names = await this.names(tx, subjects);
    const asks = await this.asks.of(
      tx,
      subjects.flatMap(({ id }) => id ?? []),
    );
    return subjects.map((subject, index) => {
      const facts = around[index];
      if (!facts) throw new Error('Each scope has its people.');
      const own = asks.filter((ask) => ask.decision_id === subject.id);
      const delegatedBy = (subject.delegation && scopes.find(subject.delegation.scope)) ?? null;
      return loadedFlow(subject, {
        facts,
        chain: scopes.chain(subject.scope),
        delegatedBy,
        names,
        asks: own,
        today,
        now,
      });
    });
  }

  private async names(tx: Tx, subjects: readonly FlowTerms[]): Promise<ReadonlyMap<string, string>> {
    const ids = subjects.flatMap(({ delegation }) => delegation?.delegate.personId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }>(
      'select id, name from people where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

interface Around {
  facts: DelegationPeopleFacts;
  chain: ScopeChain;
  delegatedBy: TreeScope | null;
  names: ReadonlyMap<string, string>;
  asks: AskRow[];
  today: string;
  now: Date;
}

function loadedFlow<S extends FlowTerms>(
  subject: S,
  { facts, chain, delegatedBy, names, asks, today, now }: Around,
): LoadedFlow<S> {
  const { delegation, rationale } = subject;
  const own = accountableSide(facts, today);
  const accountable: FlowSide = { ...own, party: partyOf(own, chain) };
  const whom = delegation && delegateSide(facts, delegation.delegate, today);
  const name = names.get(delegation?.delegate.personId ?? '') ?? '';
  const delegate = delegation &&
    whom && { ...whom, party: delegation.delegate.kind === 'PERSON' ? personParty(name) : partyOf(whom, chain) };
  return {
    subject,
    chain,
    delegatedBy,
    asks,
    facts: {
      delegation,
      accountable,
      delegate,
      rationale,
      asks: asks.map(({ kind, side, due_at: dueAt, answer }) => ({ kind, side, dueAt: Date.parse(dueAt), answer })),
      now: now.getTime(),
    },
  };
}

/** A role in the scope where it is answered for; where nobody could hold it, in the scope that asks for it. */
function partyOf({ role, scope }: Pick<FlowSide, 'role' | 'scope'>, chain: ScopeChain): Party {
  const named = chain.find(({ id }) => id === scope?.id) ?? chain[0];
  return role === null ? teamParty(named) : roleParty(role, named);
}
