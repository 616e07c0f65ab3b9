import type { SharedFields } from '../../../platform/graphql/sharing/shared-fields.js';

/**
 * What live changes of a session say. What is the viewer's own is told to that person alone, on all of their screens. Who
 * is away from it changes without an event: `viewerCan` is worked out of the moment, as the times are.
 */
export const TRIAGE_SHARED_FIELDS: SharedFields = {
  Subscription: { triageSessionChanged: 'everybody' },
  TriageSessionChange: { cursor: 'everybody', resync: 'everybody', event: 'everybody', session: 'everybody' },
  TriageSession: {
    id: 'everybody',
    state: 'everybody',
    startedAt: 'everybody',
    endedAt: 'everybody',
    facilitator: 'everybody',
    current: 'everybody',
    items: 'everybody',
    participants: 'everybody',
    timebox: 'everybody',
    dotsPerPerson: 'everybody',
    viewerDotsLeft: 'viewer',
    minutes: 'everybody',
    summary: 'everybody',
    viewerItems: 'viewer',
    toldTeams: 'everybody',
    serverTime: 'everybody',
    version: 'everybody',
    viewerCan: 'viewer',
  },
  TriageItem: {
    id: 'everybody',
    position: 'everybody',
    reason: 'everybody',
    why: 'everybody',
    impediment: 'everybody',
    source: 'everybody',
    result: 'everybody',
    note: 'everybody',
    endedBy: 'everybody',
    endedAt: 'everybody',
    dots: 'everybody',
    viewerDots: 'viewer',
    secondsSpent: 'everybody',
    version: 'everybody',
  },
  TriageParticipant: { person: 'everybody', joinedAt: 'everybody' },
  Timebox: { seconds: 'everybody', endsAt: 'everybody', secondsLeft: 'everybody' },
};
