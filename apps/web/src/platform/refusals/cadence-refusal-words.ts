import type { CadenceRefusals } from '@chapterhouse/domain/cadences/cadence-refusals';
import type { RefusalWords } from './refusal-words';

/** Exhaustive: a code without words does not compile. */
export const CADENCE_REFUSAL_WORDS: {
  [C in keyof CadenceRefusals]: (details: CadenceRefusals[C]) => RefusalWords;
} = {
  OCCURRENCE_IN_OTHER_STATE: ({ state, action }) => {
    if (action === 'occurrence:restore')
      return { title: 'This date is as planned already.', next: 'There is nothing to put back.' };
    return state === 'CANCELLED'
      ? { title: 'This date is cancelled.', next: 'Put it back first, or choose another one.' }
      : { title: 'This cannot be done to this date now.', next: 'Look at it again: somebody may have changed it.' };
  },
  CADENCE_OVER: ({ followedById }) =>
    followedById === null
      ? { title: 'This cadence is over.', next: 'Plan a new one; what took place stays as it was.' }
      : { title: 'This cadence goes on as another one.', next: 'Change the one that follows it.' },
};
