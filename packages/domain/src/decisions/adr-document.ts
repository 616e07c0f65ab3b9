import type { DecisionKind, DecisionPersonPart, DecisionWords } from './decision-fields.js';
import type { DecisionLinkKind } from './decision-links.js';
import type { DecisionState } from './decision-state.js';

/** One decision as a file says it, whatever its format. Nothing of it was compared with anything here. */
export interface AdrDocument {
  /** Of its file within the import, with `/` between folders. */
  path: string;
  title: string;
  /** As written, in small letters; empty when the file says none. */
  status: string;
  words: DecisionWords;
  people: { part: DecisionPersonPart; name: string }[];
  /** Days as YYYY-MM-DD, moments in ISO 8601; null when the file says none that can be read. */
  proposedAt: string | null;
  decidedAt: string | null;
  /** References as written: paths, addresses, numbers, names. */
  supersededBy: string[];
  supersedes: string[];
  /** The group that it belongs to, by its name there. */
  owner: string | null;
  /** Other names by which files refer to it: numbers. */
  numbers: string[];
  /** Addresses of the text, for the check of links. */
  targets: string[];
  /** What only our own files say. */
  kept: KeptFacts | null;
}

/** What MADR has no place for and our own files keep, so that they come back as they were. */
export interface KeptFacts {
  /** Who it was when it was first written to a file. */
  id: string;
  number: number;
  state: DecisionState;
  kind: DecisionKind;
  scope: { kind: 'ORGANIZATION' | 'PRODUCT' | 'AREA' | 'TEAM'; path: string[] };
  decisionArea: string | null;
  revisitOn: string | null;
  vetoReason: string;
  vetoedAt: string | null;
  vetoEndsAt: string | null;
  revertReason: string;
  closeReason: string;
  importedFrom: string;
  amendments: { text: string; at: string }[];
  links: KeptLink[];
}

export interface KeptLink {
  kind: DecisionLinkKind;
  /** Of an impediment and an item. */
  key: string | null;
  url: string | null;
  title: string;
  /** Of a place: its name below those that it belongs to. */
  path: string[] | null;
}
