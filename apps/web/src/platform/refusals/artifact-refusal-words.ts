import type { ArtifactRefusals } from '@chapterhouse/domain/communities/artifact-refusals';
import {
  ARTIFACT_KIND_TITLES,
  PROPOSAL_STATES,
  type ProposalState,
} from '@chapterhouse/domain/communities/artifact-state';
import type { RefusalWords } from './refusal-words';

const andList = new Intl.ListFormat('en', { type: 'conjunction' });

const KINDS: Record<string, string> = ARTIFACT_KIND_TITLES;

const ENDED: Record<ProposalState, string> = {
  OPEN: 'answered',
  TAKEN: 'taken over',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
};

/** Exhaustive: a code without words does not compile. */
export const ARTIFACT_REFUSAL_WORDS: {
  [C in keyof ArtifactRefusals]: (details: ArtifactRefusals[C]) => RefusalWords;
} = {
  ARTIFACT_ARCHIVED: () => ({
    title: 'It is in the archive.',
    next: 'Take it out of the archive first; who facilitates the community can.',
  }),
  NO_DRAFT: () => ({
    title: 'There is no draft any more.',
    next: 'It was published or discarded. Begin a new one; your words are kept in this browser.',
  }),
  NOT_OF_THIS_KIND: ({ kind }) => ({
    title: `A ${(KINDS[kind] ?? 'thing of this kind').toLowerCase()} has no such part.`,
    next: 'Reload the page: what it is made of is shown then.',
  }),
  PAGE_GONE: ({ path }) => ({
    title: `The page “${path}” is not there any more.`,
    next: 'Somebody removed, renamed or moved it. Your words are kept in this browser; look for it in the tree.',
  }),
  PAGE_IN_ITSELF: () => ({
    title: 'A page cannot go below itself.',
    next: 'Choose a page that is not below it.',
  }),
  PAGE_TOO_DEEP: ({ most }) => ({
    title: `Pages go ${most} levels deep at most.`,
    next: 'Put it further up.',
  }),
  TOO_MANY_PAGES: ({ most }) => ({
    title: `It has ${most} pages: that is all it may have.`,
    next: 'Remove some, or make a second one.',
  }),
  LAST_PAGE: () => ({
    title: 'It is the last page.',
    next: 'Add another one first, or archive the whole.',
  }),
  REVIEW_ENDED: () => ({
    title: 'The review is over.',
    next: 'The draft was published, or the review was withdrawn or asked for anew. What holds now is shown.',
  }),
  REVIEW_STALE: () => ({
    title: 'The draft was changed since this review was asked for.',
    next: 'A verdict now would not count. It has to be asked for again, for the draft as it is: any member of the community can. Your words are kept in this browser.',
  }),
  NEVER_PUBLISHED: () => ({
    title: 'Nothing of it is published: there is nothing to go back to.',
    next: 'Write on, or archive the whole.',
  }),
  NOTHING_CHANGED: () => ({
    title: 'Nothing is different from what is published.',
    next: 'Change something, or discard the draft.',
  }),
  NOT_READY_TO_PUBLISH: ({ approvalsMissing, changesAskedBy, treeProblems }) => ({
    title: 'It cannot be published yet.',
    next: [
      approvalsMissing > 0 &&
        (approvalsMissing === 1 ? 'One approval is missing.' : `${approvalsMissing} approvals are missing.`),
      changesAskedBy.length > 0 && `${andList.format(changesAskedBy)} asked for changes.`,
      treeProblems > 0 && (treeProblems === 1 ? 'The tree has one problem.' : `The tree has ${treeProblems} problems.`),
    ]
      .filter(Boolean)
      .join(' '),
  }),
  PROPOSAL_ENDED: ({ state }) => ({
    title: `The proposal is ${ENDED[PROPOSAL_STATES.find((one) => one === state) ?? 'OPEN']} already.`,
    next: 'What became of it is shown now.',
  }),
  PROPOSAL_CONFLICTS: ({ path }) => ({
    title: `The page “${path}” was changed in the same place since.`,
    next: 'Write the proposal into the draft by hand, then decline it with a word of thanks.',
  }),
};
