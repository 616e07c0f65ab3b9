import type { SharedFields } from '../../platform/graphql/sharing/shared-fields.js';

/**
 * What a board and its live changes say that people may share: each follows from rows that change only together with an
 * event of the log, from the working calendar, or from the moment. See `SharedFieldsRegistry` before adding one.
 */
export const IMPEDIMENT_SHARED_FIELDS: SharedFields = {
  Query: { impedimentBoard: 'everybody' },
  Subscription: { impedimentChanges: 'everybody' },
  ImpedimentBoard: {
    impediments: 'everybody',
    truncated: 'everybody',
    closedLast30Days: 'everybody',
    cursor: 'everybody',
  },
  ImpedimentChange: {
    cursor: 'everybody',
    resync: 'everybody',
    event: 'everybody',
    changedFields: 'everybody',
    id: 'everybody',
    version: 'everybody',
    impediment: 'everybody',
  },
  Impediment: {
    id: 'everybody',
    key: 'everybody',
    title: 'everybody',
    category: 'everybody',
    severity: 'everybody',
    state: 'everybody',
    level: 'everybody',
    levelSince: 'everybody',
    clockEndsAt: 'everybody',
    clock: 'everybody',
    raisedBy: 'everybody',
    raisedAt: 'everybody',
    raisingTeam: 'everybody',
    source: 'everybody',
    owner: 'everybody',
    dueOn: 'everybody',
    nextStep: 'everybody',
    triagedAt: 'everybody',
    startedAt: 'everybody',
    resolvedAt: 'everybody',
    reopenedCount: 'everybody',
    updatedAt: 'everybody',
    version: 'everybody',
    affectedTeams: 'everybody',
    labels: 'everybody',
    blockedTeamDays: 'everybody',
    blockedTeamDaysPerDay: 'everybody',
    commentCount: 'everybody',
    voteCount: 'everybody',
    viewerVotes: 'viewer',
    viewerWatches: 'viewer',
    viewerCan: 'viewer',
  },
  // Not its minutes: they pass without an event.
  ImpedimentClock: { pausedAt: 'everybody', pausedBecause: 'everybody' },
  Source: { id: 'everybody', name: 'everybody', kind: 'everybody' },
  Label: { id: 'everybody', name: 'everybody' },
};
