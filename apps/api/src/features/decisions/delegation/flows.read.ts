import type { DecisionScope, Delegate, FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
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
    const names = await this.names(tx, subjects);
    const asked = new Map<string, AskRow[]>();
    for (const ask of await this.asks.of(
      tx,
      subjects.flatMap(({ id }) => id ?? []),
    ))
      asked.set(ask.decision_id, [...(asked.get(ask.decision_id) ?? []), ask]);
    // Many decisions are made in the same way: whoever takes part is found once for all of them.
    const ways = new Map(subjects.map((subject) => [wayOf(subject), subject]));
    const around = await this.people.around(
      tx,
      today,
      scopes,
      [...ways.values()].map(({ scope, delegation }) => ({ scope, delegate: delegation?.delegate ?? null })),
    );
    const sides = new Map(
      [...ways].map(([way, { scope, delegation }], index) => {
        const facts = around[index];
        if (!facts) throw new Error('Each scope has its people.');
        return [way, sidesOf(facts, delegation?.delegate ?? null, scopes.chain(scope), names, today)];
      }),
    );
    return subjects.map((subject) => {
      const both = sides.get(wayOf(subject));
      if (!both) throw new Error('Each decision is made in some way.');
      const { delegation, rationale } = subject;
      const asks = asked.get(subject.id ?? '') ?? [];
      return {
        subject,
        chain: both.chain,
        delegatedBy: (delegation && scopes.find(delegation.scope)) ?? null,
        asks,
        facts: {
          delegation,
          accountable: both.accountable,
          delegate: both.delegate,
          rationale,
          asks: asks.map(({ kind, side, due_at: dueAt, answer }) => ({ kind, side, dueAt: Date.parse(dueAt), answer })),
          now: now.getTime(),
        },
      };
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

/** Who takes part is the same for all decisions of one scope that trust the same delegate. */
function wayOf({ scope, delegation }: FlowTerms): string {
  const { kind, role, personId } = delegation?.delegate ?? { kind: '', role: null, personId: null };
  return [scope.kind, scope.id, kind, role ?? '', personId ?? ''].join(' ');
}

interface Sides {
  chain: ScopeChain;
  accountable: FlowSide;
  delegate: FlowSide | null;
}

function sidesOf(
  facts: DelegationPeopleFacts,
  trusted: Delegate | null,
  chain: ScopeChain,
  names: ReadonlyMap<string, string>,
  today: string,
): Sides {
  const own = accountableSide(facts, today);
  const accountable = { ...own, party: partyOf(own, chain) };
  if (trusted === null) return { chain, accountable, delegate: null };
  const side = delegateSide(facts, trusted, today);
  const party = trusted.kind === 'PERSON' ? personParty(names.get(trusted.personId) ?? '') : partyOf(side, chain);
  return { chain, accountable, delegate: { ...side, party } };
}

/** A role in the scope where it is answered for; where nobody could hold it, in the scope that asks for it. */
function partyOf({ role, scope }: Pick<FlowSide, 'role' | 'scope'>, chain: ScopeChain): Party {
  const named = chain.find(({ kind, id }) => kind === scope?.kind && id === scope.id) ?? chain[0];
  return role === null ? teamParty(named) : roleParty(role, named);
}
