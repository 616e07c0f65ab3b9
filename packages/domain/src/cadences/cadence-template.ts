import type { Role, ScopeKind } from '../organization/role.js';
import type { CadenceKind, FacilitationMode } from './cadence-kinds.js';

/** What an accountability does best in a meeting of a kind. */
export interface RoleHint {
  role: Role;
  words: string;
}

/** What a new series of a kind begins with; every word of it may be changed. */
export interface CadenceTemplate {
  kind: CadenceKind;
  name: string;
  purpose: string;
  rule: string;
  minutes: number;
  /** Markdown. */
  agenda: string;
  hints: readonly RoleHint[];
  /** Who is invited, of the scope. */
  roles: readonly Role[];
  facilitation: FacilitationMode;
  scopeKinds: readonly ScopeKind[];
  /** Where its rule comes from; null: from nobody but us. */
  source: string | null;
}

/** An agenda in markdown: one point to a group of sentences. */
export function agenda(...points: string[][]): string {
  return points.map((sentences) => `- ${sentences.join('. ')}.`.replace(/([?!])\.$/u, '$1')).join('\n');
}
