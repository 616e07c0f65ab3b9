import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';

/** Whoever acts: who is accountable for the team, two Developers of it, of whom one proposes, and an Administrator. */
export const PLAYERS = ['owner', 'dev', 'other', 'administrator'] as const;
export type Player = (typeof PLAYERS)[number];

export const MOVES = ['edit', 'accept', 'reject', 'withdraw', 'veto', 'revert', 'amend', 'revisit', 'link'] as const;
export type Move = (typeof MOVES)[number];

/** What is tried: a move on a decision in the version that was seen, or another proposal. */
export type Try =
  | { what: 'propose'; name: string; delegated: boolean; supersedes: string | null }
  | { what: Move; by: Player; on: string; version: number; text: string };

/** A decision as plain rules say it is; written without looking at the product's own. */
export interface ModelDecision {
  state: DecisionState;
  version: number;
  /** To the team, at the level on which it may be vetoed; else who is accountable decides. */
  delegated: boolean;
  supersedes: string | null;
  supersededBy: string | null;
  title: string;
  amendments: number;
  links: number;
  /** Whether time has not run out since it was accepted. */
  vetoOpen: boolean;
}

export type Model = ReadonlyMap<string, ModelDecision>;

/** What a try comes to: `OK` or the code of the refusal, and the world after it. */
export function tryOut(model: Model, attempt: Try): { code: string; model: Model } {
  if (attempt.what === 'propose') {
    const { name, delegated, supersedes } = attempt;
    if (supersedes !== null && model.get(supersedes)?.state !== 'ACCEPTED')
      return { code: 'NOTHING_TO_SUPERSEDE', model };
    const fresh = {
      state: 'PROPOSED',
      version: 1,
      amendments: 0,
      links: 0,
      vetoOpen: false,
      supersededBy: null,
    } as const;
    return { code: 'OK', model: new Map(model).set(name, { ...fresh, title: name, delegated, supersedes }) };
  }
  const { what, by, on, version, text } = attempt;
  const it = model.get(on);
  if (!it) return { code: 'NOT_FOUND', model };
  if (!mayDo(what, by, it)) return { code: DECIDING.includes(what) ? 'NOT_DELEGATED' : 'FORBIDDEN', model };
  if (what !== 'amend' && what !== 'link' && version !== it.version) return { code: 'CONFLICT', model };
  if (!isLegal(what, it)) return { code: 'DECISION_IN_OTHER_STATE', model };
  const changed = (after: Partial<ModelDecision>) =>
    new Map(model).set(on, { ...it, version: it.version + 1, ...after });
  switch (what) {
    case 'edit':
      return { code: 'OK', model: changed({ title: text }) };
    case 'revisit':
      return { code: 'OK', model: changed({}) };
    case 'amend':
      return { code: 'OK', model: changed({ version: it.version, amendments: it.amendments + 1 }) };
    case 'link':
      return { code: 'OK', model: changed({ version: it.version, links: it.links + 1 }) };
    case 'reject':
      return { code: 'OK', model: changed({ state: 'REJECTED' }) };
    case 'withdraw':
      return { code: 'OK', model: changed({ state: 'WITHDRAWN' }) };
    case 'revert': {
      const after = changed({ state: 'REVERTED', vetoOpen: false });
      return { code: 'OK', model: it.vetoOpen ? inForceAgain(after, on) : after };
    }
    case 'veto':
      return it.vetoOpen
        ? { code: 'OK', model: inForceAgain(changed({ state: 'VETOED', vetoOpen: false }), on) }
        : { code: 'VETO_CLOSED', model };
    case 'accept': {
      const old = it.supersedes === null ? undefined : model.get(it.supersedes);
      if (old && old.state !== 'ACCEPTED') return { code: 'NOTHING_TO_SUPERSEDE', model };
      // Trusted with the new one is not trusted with the old one, and a veto is not escaped.
      if (old?.vetoOpen && by !== 'owner') return { code: 'DECISION_WAITS', model };
      if (old && !old.vetoOpen && !mayDo('accept', by, old)) return { code: 'NOT_DELEGATED', model };
      const after = changed({ state: 'ACCEPTED', vetoOpen: it.delegated });
      if (old && it.supersedes !== null)
        after.set(it.supersedes, {
          ...old,
          state: 'SUPERSEDED',
          version: old.version + 1,
          supersededBy: on,
          vetoOpen: false,
        });
      return { code: 'OK', model: after };
    }
  }
}

/** What one that is vetoed, or reverted while it could be, had replaced. */
function inForceAgain(model: Model, ended: string): Model {
  return new Map(
    [...model].map(([name, it]) => [
      name,
      it.supersededBy === ended ? { ...it, state: 'ACCEPTED', version: it.version + 1, supersededBy: null } : it,
    ]),
  );
}

/** Three working days pass: whatever could be vetoed stands. */
export function later(model: Model): Model {
  return new Map([...model].map(([name, it]) => [name, { ...it, vetoOpen: false }]));
}

/** What the page of a decision offers somebody. */
export function offered(it: ModelDecision, by: Player): string[] {
  const moves = MOVES.filter((move) => mayDo(move, by, it) && isLegal(move, it) && (move !== 'veto' || it.vetoOpen));
  const takesLinksAway = it.state === 'PROPOSED' ? mayDo('edit', by, it) : mayDo('amend', by, it) || decided(it, by);
  return ['view', ...moves, ...(takesLinksAway ? ['unlink'] : [])].map((move) => `decision:${move}`).sort();
}

/** Only its proposer withdraws. */
function decided({ state }: ModelDecision, by: Player): boolean {
  return state === 'WITHDRAWN' && by === 'dev';
}

const DECIDING: readonly Move[] = ['accept', 'reject', 'revert'];

function mayDo(move: Move, by: Player, it: ModelDecision): boolean {
  const { delegated } = it;
  const decides = delegated ? by === 'dev' || by === 'other' : by === 'owner';
  if (DECIDING.includes(move)) return decides;
  // Not that there is anything to amend: who withdrew it has decided it, and is told so.
  if (move === 'amend') return decides || decided(it, by);
  if (move === 'withdraw') return by === 'dev';
  if (move === 'veto') return delegated && by === 'owner';
  return move === 'link' || by === 'dev' || decides;
}

function isLegal(move: Move, { state }: ModelDecision): boolean {
  if (move === 'link') return true;
  if (move === 'amend') return ['ACCEPTED', 'VETOED', 'SUPERSEDED', 'REVERTED'].includes(state);
  if (move === 'revisit') return state === 'PROPOSED' || state === 'ACCEPTED';
  return state === (move === 'veto' || move === 'revert' ? 'ACCEPTED' : 'PROPOSED');
}

/** All orders in which tries that were made at once may have come to pass. */
export function orders<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  return all.flatMap((first, index) =>
    orders(all.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}
