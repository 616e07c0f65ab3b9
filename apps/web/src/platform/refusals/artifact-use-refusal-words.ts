import type { ArtifactUseRefusals } from '@chapterhouse/domain/communities/artifact-use-refusals';
import type { RefusalWords } from './refusal-words';

const list = (names: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

/** Exhaustive: a code without words does not compile. */
export const ARTIFACT_USE_REFUSAL_WORDS: {
  [C in keyof ArtifactUseRefusals]: (details: ArtifactUseRefusals[C]) => RefusalWords;
} = {
  NOTHING_PUBLISHED: () => ({
    title: 'Nothing of it is published yet.',
    next: 'Its community can publish a first version.',
  }),
  NOTHING_TO_RUN: () => ({
    title: 'Its latest version lists nothing to do.',
    next: 'Its community can publish one with a task list: “- [ ] Do this”.',
  }),
  NO_SUCH_VERSION: ({ number, latest }) => ({
    title: `There is no version ${number}.`,
    next: `Choose one from 1 to ${latest}.`,
  }),
  RUN_ENDED: () => ({
    title: 'This run has ended.',
    next: 'It stays as it is; start another one.',
  }),
  ANSWER_NOT_OFFERED: () => ({
    title: 'This walk is at another question by now.',
    next: 'Answer the question that is shown.',
  }),
  WALK_AT_ITS_BEGINNING: () => ({
    title: 'This is the first question.',
    next: 'There is nothing to take back; choose an answer.',
  }),
  ADOPTED_ALREADY: ({ number }) => ({
    title: `The team follows version ${number} already.`,
    next: 'Change the version of that adoption, or end it first.',
  }),
  ADOPTION_ENDED: () => ({
    title: 'The team does not follow it any more.',
    next: 'Adopt a version again.',
  }),
  NOT_TO_BE_NUDGED: ({ notBehind, nudgedLately }) => ({
    title: 'Nobody was nudged.',
    next: [
      notBehind.length > 0 && `Not two versions behind: ${list(notBehind)}.`,
      nudgedLately.length > 0 && `Nudged within the last week: ${list(nudgedLately)}.`,
      'Leave them out.',
    ]
      .filter(Boolean)
      .join(' '),
  }),
};
