import type { AdrDocument } from '../decisions/adr-document.js';
import { DecisionReferences, findAmong, type FoundReference } from '../decisions/decision-references.js';
import type { DecisionState } from '../decisions/decision-state.js';

/** Whose names the keys of decisions are. */
export const DECISION_FILES = 'decision-files';

/** A decision that is here already, as far as links of files may lead to it. */
export interface EarlierDecision {
  id: string;
  state: DecisionState;
  /** Of its file, when that is of the source that is imported now; empty otherwise. */
  path: string;
  title: string;
  /** Ids of those that it replaced, or is to replace. */
  supersedes: readonly string[];
  supersededBy: string | null;
}

/** What a file says of another decision that was not there: it may come with a later import. */
export interface OpenReference {
  decisionId: string;
  says: 'SUPERSEDES' | 'SUPERSEDED_BY';
  /** As written: a path, an address, a number, a name; in our own files an id. */
  reference: string;
}

/** What earlier imports left here. */
export interface EarlierImports {
  decisions: readonly EarlierDecision[];
  open: readonly OpenReference[];
}

/** In the name of its file, or of the folder it lies in. */
const NUMBER = /(?:^|\/)(\d{1,6})[-_ .][^/]*(?:\/kep\.ya?ml)?$/iu;

/** What files refer to: the other files first, then what came from the same source before. */
export class ReferencesBeyondFiles {
  private readonly layers: DecisionReferences[];

  constructor(documents: readonly AdrDocument[], { decisions }: EarlierImports) {
    const earlier = decisions.filter(({ path }) => path !== '');
    this.layers = [
      new DecisionReferences(documents),
      new DecisionReferences(
        earlier.map(({ path, title }) => ({ path, title, numbers: NUMBER.exec(path)?.slice(1) ?? [] })),
      ),
    ];
  }

  /** @param from the path of the file that refers */
  find(reference: string, from: string): FoundReference {
    return findAmong(this.layers, reference, from);
  }
}
