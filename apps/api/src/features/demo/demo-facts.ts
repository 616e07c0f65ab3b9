import type { DemoBacklog } from './demo-backlog.js';
import type { DemoBoard, DemoDecision } from './demo-decision-facts.js';
import type { BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import type { ImpedimentCategory, ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import type { Role, RoleKind, ScopeKind } from '@chapterhouse/domain/organization/role';

/** Positions in the story's own lists; days as `YYYY-MM-DD`; moments as ISO text. */
export interface DemoRole {
  person: number;
  role: Role;
  kind: RoleKind;
  scope: ScopeKind;
  /** Position of the area or team; 0 for the product and the organization. */
  at: number;
  startsOn: string;
  endsBefore: string | null;
  sharePercent: number | null;
}

export interface DemoTeam {
  name: string;
  area: number;
  members: number[];
  scrumMaster: number | null;
}

export interface DemoComment {
  author: number;
  at: string;
  /** `{name}` stands for whom it mentions. */
  body: string;
  mentions?: number;
}

export interface DemoImpediment {
  title: string;
  description: string;
  category: ImpedimentCategory;
  severity: ImpedimentSeverity | null;
  state: ImpedimentState;
  level: 1 | 2 | 3;
  levelSince: string;
  /** Its level's clock stands still. */
  paused?: { at: string; because: string };
  /** With which it came to the top level. */
  brief?: DemoBrief;
  raisedBy: number;
  raisedAt: string;
  team: number;
  affected: number[];
  source: number | null;
  owner: number | null;
  triagedAt: string | null;
  startedAt: string | null;
  /** It was started and resolved before, and came back. */
  reopened?: { startedAt: string; resolvedAt: string; at: string; because: string };
  resolvedAt: string | null;
  closedAt: string | null;
  dueOn: string | null;
  nextStep: string;
  resolution: string;
  declineReason: string;
  comments: DemoComment[];
  watchers: number[];
  labels: string[];
  /** Position in the story's own list of impediments, or a page of the web. */
  links: ({ to: number } | { url: string; title: string })[];
  /** Keys of what it blocks. */
  blockedItemKeys: string[];
}

/** What the top level was asked, and answered. */
export interface DemoBrief {
  ask: string;
  proposal: string;
  sentBy: number;
  sentAt: string;
  answerBy: string;
  recipients: number[];
  answer: { kind: BriefAnswerKind; words: string; by: number; at: string } | null;
}

/** A backlog item that an impediment blocks, or has blocked. */
export interface DemoBlockedItem {
  key: string;
  title: string;
  team: number;
  state: 'READY' | 'IN_PROGRESS' | 'DONE';
  points: number | null;
  createdAt: string;
  resolvedAt: string | null;
}

export interface DemoSprint {
  team: number;
  name: string;
  goal: string;
  state: 'ACTIVE' | 'CLOSED';
  startsOn: string;
  endsBefore: string;
  plannedItems: number;
  plannedPoints: number | null;
  doneItems: number | null;
  donePoints: number | null;
}

export interface DemoStory {
  people: string[];
  teams: DemoTeam[];
  roles: DemoRole[];
  absences: { person: number; startsOn: string; endsBefore: string; note: string }[];
  /** On weekdays. */
  holidays: { date: string; name: string }[];
  impediments: DemoImpediment[];
  sprints: DemoSprint[];
  /** Those that impediments name. */
  items: DemoBlockedItem[];
  /** All of them, with what they are part of. */
  backlog: DemoBacklog;
  /** In the order in which they were proposed. */
  decisions: DemoDecision[];
  /** Delegation boards, the earlier version of each first. */
  boards: DemoBoard[];
}
