import type { ChapterRefusals } from '@chapterhouse/domain/chapters/chapter-refusals';
import type { RefusalWords } from './refusal-words';

/** Exhaustive: a code without words does not compile. */
export const CHAPTER_REFUSAL_WORDS: {
  [C in keyof ChapterRefusals]: (details: ChapterRefusals[C]) => RefusalWords;
} = {
  TRIAGE_RUNS: () => ({
    title: 'A triage of this chapter runs already.',
    next: 'Join it, or wait until it has ended.',
  }),
  TRIAGE_ENDED: () => ({
    title: 'The triage has ended.',
    next: 'What came of it is in its minutes. Begin another one for what is left.',
  }),
  TRIAGE_ITEM_ENDED: () => ({
    title: 'Somebody ended this item before you.',
    next: 'Its result is shown now; open it again if it is not the right one.',
  }),
  TRIAGE_ITEM_OPEN: () => ({ title: 'The item has no result yet.', next: 'There is nothing to open again.' }),
  TOO_FEW_DOTS: ({ left, perPerson }) => ({
    title:
      left === 0 ? `Your ${perPerson} dots are all placed.` : `You have ${left} of ${perPerson} dots for this item.`,
    next: 'Take one back from another item first.',
  }),
  ON_THE_AGENDA: ({ position }) => ({
    title: `It is on the agenda already, as item ${position}.`,
    next: 'Add another one, or take it up from there.',
  }),
  NO_TIMEBOX: () => ({ title: 'There is no timebox now.', next: 'Start one.' }),
};
