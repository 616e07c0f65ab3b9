import type { GraphqlReply } from './test-app.js';

export interface TestAsk {
  id: string;
  kind: string;
  ofWhom: string;
  people: { name: string }[];
  dueAt: string;
  overdue: boolean;
  answer: string | null;
  words: string;
  answeredBy: { name: string } | null;
  answeredFor: { name: string } | null;
  viewerCan: string[];
}

export interface TestFlow {
  level: string;
  delegatedBy: { kind: string; name: string } | null;
  sentence: string;
  accountable: { role: string; holder: { name: string } | null; because: string };
  delegate: { kind: string; name: string } | null;
  mayAccept: { name: string }[];
  mayAcceptWords: string;
  asks: TestAsk[];
  willAsk: { kind: string; ofWhom: string; people: { name: string }[]; dueAt: string }[];
  willTell: { name: string }[];
  vetoHours: number;
  vetoEndsAt: string | null;
  waitsFor: string[];
}

export interface TestDecision {
  id: string;
  key: string;
  version: number;
  state: string;
  decisionArea: { name: string } | null;
  flow: TestFlow;
  veto: { by: { name: string }; for: { name: string } | null; reason: string } | null;
  viewerCan: string[];
}

export interface TestBoard {
  number: number;
  savedBy: { name: string } | null;
  cells: {
    decisionArea: { id: string; name: string };
    level: string;
    delegate: { kind: string; role: string | null; person: { name: string } | null; name: string };
    vetoHours: number;
    answerHours: number;
    sentence: string;
    inheritedFrom: { kind: string; name: string } | null;
  }[];
  decisionAreas: { id: string; name: string }[];
  versions: { number: number; note: string; savedBy: { name: string }; cells: { sentence: string }[] }[];
  viewerCan: string[];
}

const ASK = `id kind ofWhom people { name } dueAt overdue answer words answeredBy { name } answeredFor { name } viewerCan`;
export const FLOW = `level delegatedBy { kind name } sentence accountable { role holder { name } because }
  delegate { kind name } mayAccept { name } mayAcceptWords asks { ${ASK} }
  willAsk { kind ofWhom people { name } dueAt } willTell { name } vetoHours vetoEndsAt waitsFor`;
export const DECISION = `id key version state decisionArea { name } flow { ${FLOW} }
  veto { by { name } for { name } reason } viewerCan`;
export const BOARD = `number savedBy { name } decisionAreas { id name } viewerCan
  cells { decisionArea { id name } level delegate { kind role person { name } name } vetoHours answerHours sentence inheritedFrom { kind name } }
  versions { number note savedBy { name } cells { sentence } }`;

/** A cell of a board as one gives it back. */
export function cellInput({
  decisionArea,
  level,
  delegate,
  vetoHours,
  answerHours,
}: TestBoard['cells'][number]): object {
  return {
    decisionAreaId: decisionArea.id,
    level,
    delegateKind: delegate.kind,
    role: delegate.role,
    vetoHours,
    answerHours,
  };
}

/** The code of what was refused. */
export function codeOf({ errors, text }: GraphqlReply<unknown>): string {
  const code = errors?.[0]?.extensions.code;
  if (code === undefined) throw new Error(text);
  return code;
}
