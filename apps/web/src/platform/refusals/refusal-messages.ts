import type { ActionRefusals } from '@chapterhouse/domain/cadences/action-refusals';
import { ACTION_STATE_TITLES } from '@chapterhouse/domain/cadences/action-state';
import type { CadenceRefusals } from '@chapterhouse/domain/cadences/cadence-refusals';
import type { ChapterRefusals } from '@chapterhouse/domain/chapters/chapter-refusals';
import type { ArtifactUseRefusals } from '@chapterhouse/domain/communities/artifact-use-refusals';
import type { ArtifactRefusals } from '@chapterhouse/domain/communities/artifact-refusals';
import type { CommunityRefusals } from '@chapterhouse/domain/communities/community-refusals';
import type { DecisionRefusals } from '@chapterhouse/domain/decisions/decision-refusals';
import { DECISION_STATE_TITLES } from '@chapterhouse/domain/decisions/decision-state';
import type { DelegationRefusals } from '@chapterhouse/domain/decisions/delegation-refusals';
import { IMAGE_REFUSAL_WORDS, type ImageRefusals } from '@chapterhouse/domain/files/image-refusals';
import type { ImpedimentRefusals } from '@chapterhouse/domain/impediments/impediment-refusals';
import type { ImportRefusals } from '@chapterhouse/domain/imports/import-refusals';
import type { OrganizationRefusals } from '@chapterhouse/domain/organization/organization-refusals';
import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import type { PlatformRefusals } from '@chapterhouse/domain/refusal';
import { ARTIFACT_USE_REFUSAL_WORDS } from './artifact-use-refusal-words';
import { ARTIFACT_REFUSAL_WORDS } from './artifact-refusal-words';
import { CADENCE_REFUSAL_WORDS } from './cadence-refusal-words';
import { CHAPTER_REFUSAL_WORDS } from './chapter-refusal-words';
import { COMMUNITY_REFUSAL_WORDS } from './community-refusal-words';
import { PRIORITIES_REFUSAL_WORDS, type PrioritiesRefusals } from './priorities-refusal-words';
import type { RefusalWords } from './refusal-words';

/** Every refusal that the server may send, with its details. A new feature adds its own here. */
export interface Refusals
  extends
    PlatformRefusals,
    OrganizationRefusals,
    ImpedimentRefusals,
    DecisionRefusals,
    DelegationRefusals,
    PrioritiesRefusals,
    ActionRefusals,
    CadenceRefusals,
    ArtifactUseRefusals,
    ChapterRefusals,
    CommunityRefusals,
    ArtifactRefusals,
    ImportRefusals,
    ImageRefusals {}
export type RefusalCode = keyof Refusals;

export type { RefusalWords };

const list = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(
    words.map((word) => word.toLowerCase().replaceAll('_', ' ')),
  );

const days = ({ from, until }: { from: string | null; until: string | null }): string =>
  [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ') || 'without an end';

const waitWords = (seconds: number): string => {
  if (seconds <= 90) return seconds === 1 ? 'one second' : `${Math.max(1, Math.round(seconds))} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

/** Exhaustive: a code without words does not compile. */
export const REFUSAL_MESSAGES: { [C in RefusalCode]: (details: Refusals[C]) => RefusalWords } = {
  UNAUTHENTICATED: () => ({
    title: 'You are signed out.',
    next: 'Sign in again; what you wrote is kept on this screen.',
  }),
  FORBIDDEN: ({ reason }) => ({
    title: reason || 'You may not do this.',
    next: 'Ask somebody who may, or an administrator for the role.',
  }),
  NOT_FOUND: () => ({
    title: 'This is not here.',
    next: 'It may have been removed, or the address has a typing mistake.',
  }),
  INVALID_INPUT: ({ fields }) => ({
    title: fields.length === 1 ? 'One field needs a change.' : 'Some fields need a change.',
    next: fields.map(({ problem }) => problem).join(' '),
  }),
  CONFLICT: () => ({
    title: 'Somebody saved a change before you.',
    next: 'Look at what is there now, then save again. Your words are kept.',
  }),
  RATE_LIMITED: ({ retryAfterSeconds }) => ({
    title: 'Too many attempts.',
    next: `Wait ${waitWords(retryAfterSeconds)}, then try again.`,
  }),
  IDEMPOTENCY_KEY_REUSED: () => ({
    title: 'This form was sent already.',
    next: 'Close it and open it again before you send something different.',
  }),
  BUSY: () => ({
    title: 'Somebody else is changing the same things.',
    next: 'Nothing was saved. Try again in a moment; a large import can take some.',
  }),
  INTERNAL: ({ errorId }) => ({
    title: 'Something broke on the server.',
    next: `Nothing was saved. Try again; if it stays, give your administrator the number ${errorId}.`,
  }),
  PRIMARY_TAKEN: ({ role, holderName, from, until }) => ({
    title: `${holderName} is the primary ${ROLE_TITLES[role]} here, ${days({ from, until })}.`,
    next: 'Hand the role over, choose other dates, or assign a backup.',
  }),
  ROLE_HELD_ALREADY: ({ role, from, until }) => ({
    title: `This person is ${ROLE_TITLES[role]} here already, ${days({ from, until })}.`,
    next: 'End that assignment first, or choose other dates.',
  }),
  ROLE_NOT_FOR_SCOPE: ({ role, allowed }) => ({
    title: `A ${ROLE_TITLES[role]} belongs to: ${list(allowed)}.`,
    next: 'Choose another role or another place for it.',
  }),
  LAST_ADMINISTRATOR: () => ({
    title: 'This is the last administrator.',
    next: 'Make somebody else an administrator first.',
  }),
  NAME_TAKEN: ({ name }) => ({ title: `There is a “${name}” already.`, next: 'Choose another name.' }),
  PERSON_DEACTIVATED: ({ name }) => ({
    title: `${name} is no longer active.`,
    next: 'Choose somebody else.',
  }),
  ACCOUNT_EXISTS: ({ name }) => ({
    title: `${name} has an account already.`,
    next: 'They can sign in; no invitation is needed.',
  }),
  STILL_IN_USE: ({ by }) => ({
    title: `Still in use by ${new Intl.ListFormat('en', { type: 'conjunction' }).format(by)}.`,
    next: 'Move or end these first.',
  }),
  INVITATION_UNUSABLE: () => ({
    title: 'This invitation cannot be used.',
    next: 'It may have expired, been used or taken back, or it is for another e-mail. Ask for a new one.',
  }),
  WRONG_CREDENTIALS: () => ({
    title: 'E-mail and password do not fit together.',
    next: 'Check both and try again.',
  }),
  WEAK_PASSWORD: ({ problems }) => ({
    title: 'This password is too easy to guess.',
    next: problems.join(' '),
  }),
  NOT_FIRST_RUN: () => ({
    title: 'This installation is set up already.',
    next: 'Sign in, or ask an administrator for an invitation.',
  }),
  DEMO_CLOSED: () => ({
    title: 'The demo is not open here.',
    next: 'It exists only in a trial on your own machine. Sign in with your account.',
  }),
  UNDO_EXPIRED: () => ({
    title: 'It is too late to take this back.',
    next: 'Move or change it again by hand; what happened is in its activity.',
  }),
  UNDO_GONE: () => ({ title: 'This was taken back already.', next: 'Nothing more is to be done.' }),
  ILLEGAL_TRANSITION: ({ state, legal }) => ({
    title: `Not possible while it is ${list([state])}.`,
    next:
      legal.length === 0
        ? 'Nothing can be done to it in this state.'
        : `Possible now: ${list(legal.map((action) => action.replace(/^.*:/, '').replaceAll('-', ' ')))}.`,
  }),
  TRIAGE_INCOMPLETE: ({ missing }) => ({
    title: `Triage needs ${list(missing)}.`,
    next: 'Fill in what is missing, then save.',
  }),
  DUPLICATE_OF_ITSELF: () => ({
    title: 'An impediment cannot be a duplicate of itself.',
    next: 'Choose the other one.',
  }),
  DUPLICATE_CYCLE: () => ({
    title: 'That one is a duplicate of this one.',
    next: 'Mark it the other way round, or choose another.',
  }),
  IMPORT_STATE: () => ({
    title: 'This import has moved on meanwhile.',
    next: 'Look at its present state, then go on from there.',
  }),
  IMPORT_RUNNING: () => ({
    title: 'Another import is being applied.',
    next: 'One at a time: wait until it is done, then apply this one.',
  }),
  IMPORT_TOO_LARGE: ({ limit }) => ({
    title: 'This file is too large.',
    next: `A file may have ${Math.floor(limit / 1_048_576)} MB. Split it, or leave out what you do not need.`,
  }),
  RAISING_TEAM_STAYS: () => ({
    title: 'The team that raised it stays affected.',
    next: 'Remove other teams, or decline the impediment.',
  }),
  LINK_TO_ITSELF: () => ({
    title: 'An impediment cannot be linked with itself.',
    next: 'Choose another one.',
  }),
  LINKED_ALREADY: () => ({
    title: 'This is linked already.',
    next: 'It is in the list of links; take it away there to link it anew.',
  }),
  CLOCK_PAUSED_ALREADY: ({ reason }) => ({
    title: 'Its clock stands still already.',
    next: `The reason given is “${reason}”. Resume it first to give another one.`,
  }),
  CLOCK_RUNS_ALREADY: () => ({ title: 'Its clock runs already.', next: 'Nothing more is to be done.' }),
  CLOCK_RAN_OUT: ({ at }) => ({
    title: `Its clock ran out on ${at.slice(0, 10)}.`,
    next: 'It is too late to pause it: resolve the impediment, or move it to another level with a new clock.',
  }),
  BRIEF_NEEDED: ({ level }) => ({
    title: `${level} gets an impediment with its brief only.`,
    next: 'Write the brief: the data is there, say what should change and which decision you ask for.',
  }),
  BRIEF_ANSWERED_ALREADY: ({ by, at }) => ({
    title: `${by} answered this brief on ${at.slice(0, 10)}.`,
    next: 'Read the answer; to ask again, send a new brief.',
  }),
  BRIEF_REPLACED: () => ({
    title: 'A newer brief was sent for this impediment.',
    next: 'Answer the newer one.',
  }),
  MERGED_INTO_ITSELF: () => ({
    title: 'A source cannot be merged with itself.',
    next: 'Choose the other one that is the same.',
  }),
  MERGED_ALREADY: ({ name, into }) => ({
    title: `“${name}” was merged into “${into}” already.`,
    next: `Choose “${into}” instead.`,
  }),
  TOO_MANY_VIEWS: ({ limit }) => ({
    title: `You have ${limit} saved views already.`,
    next: 'Delete one that you no longer use, then save this one.',
  }),
  DECISION_IN_OTHER_STATE: ({ state }) => ({
    title: `Not possible any more: it is ${DECISION_STATE_TITLES[state].toLowerCase()}.`,
    next: 'Look at what it says now. To change your mind about what stands, propose a decision that supersedes it.',
  }),
  NOTHING_TO_SUPERSEDE: ({ key, state, by }) => ({
    title: `${key} cannot be replaced: it is ${DECISION_STATE_TITLES[state].toLowerCase()}.`,
    next: by === null ? 'Only what is in force can be replaced.' : `${by} replaced it already; replace that one.`,
  }),
  DECISION_LINKED_ALREADY: () => ({
    title: 'This is linked already.',
    next: 'It is in the list of what the decision touches.',
  }),
  DECISION_LINK_STAYS: () => ({
    title: 'This link was there when it was decided, so it stays.',
    next: 'If it was wrong, say so in an amendment.',
  }),
  ACTION_IN_OTHER_STATE: ({ state }) => ({
    title: `Not possible any more: it is ${ACTION_STATE_TITLES[state].toLowerCase()}.`,
    next: state === 'OPEN' ? 'Complete or drop it first.' : 'Reopen it, if something is still to be done.',
  }),
  NOT_THEIR_TURN: ({ name, on }) => ({
    title: `${name} has no turn on ${on}, or that day is over.`,
    next: 'Look at the turns as they are now, then choose one that is still to come.',
  }),
  OUTCOME_ADDED_ALREADY: () => ({
    title: 'This is among the outcomes of the meeting already.',
    next: 'There is nothing more to do.',
  }),
  NOT_DELEGATED: ({ mayAccept, words }) => ({
    title: `Only ${words} may accept or reject it.`,
    next:
      mayAccept.length === 0
        ? 'Nobody answers for it now: fill the role or name a backup, then they can decide.'
        : `Ask ${new Intl.ListFormat('en', { type: 'disjunction' }).format(mayAccept)}.`,
  }),
  DECISION_WAITS: ({ waitsFor }) => ({ title: 'It cannot be accepted yet.', next: waitsFor.join(' ') }),
  VETO_CLOSED: ({ endedAt }) => ({
    title: endedAt === null ? 'This decision has no veto.' : `The time for a veto ended on ${endedAt.slice(0, 10)}.`,
    next: 'It stands. To change it, propose a decision that supersedes it.',
  }),
  ASK_ANSWERED_ALREADY: ({ by, at }) => ({
    title: `${by} answered this on ${at.slice(0, 10)}.`,
    next: 'Read what was said; an objection is withdrawn by whoever answers for the same side.',
  }),
  DECISION_AREA_NAME_TAKEN: ({ name }) => ({
    title: `There is a decision area “${name}” already.`,
    next: 'Use that one, or choose another name.',
  }),
  ...IMAGE_REFUSAL_WORDS,
  ...PRIORITIES_REFUSAL_WORDS,
  ...CADENCE_REFUSAL_WORDS,
  ...CHAPTER_REFUSAL_WORDS,
  ...COMMUNITY_REFUSAL_WORDS,
  ...ARTIFACT_REFUSAL_WORDS,
  ...ARTIFACT_USE_REFUSAL_WORDS,
};
