import { BRIEF_ANSWER_TITLES, type BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import type { BriefLineFragment, BriefWordsFragment } from '../../../generated/graphql';
import { plural } from '../plural';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const andList = new Intl.ListFormat('en', { type: 'conjunction' });

/** At most one decimal. */
export function amount(value: number): string {
  return numbers.format(value);
}

/** "Ana Roth and Ben Okafor" */
export function namesOf(people: readonly { name: string }[]): string {
  return andList.format(people.map(({ name }) => name));
}

/** "Ana asks you and Ben Okafor"; for a stand-in: "Ana asks Ben Okafor, in whose place you answer". */
export function whoAsksWhom(
  { sentBy, recipients }: Pick<BriefLineFragment, 'sentBy' | 'recipients'>,
  me: string,
): string {
  const others = recipients.filter(({ id }) => id !== me);
  if (others.length === recipients.length) return `${sentBy.name} asks ${namesOf(others)}, in whose place you answer`;
  return `${sentBy.name} asks ${namesOf([{ name: 'you' }, ...others])}`;
}

/** What is known of the same source and category, or why nothing is. */
export function earlierSentence({ earlier, impediment }: BriefWordsFragment): string {
  const quarters = andList.format(earlier.quarters);
  const times = earlier.impediments.length;
  if (impediment.source === null) return 'No source is named, so there is nothing to compare with.';
  if (times === 0) return `None in ${quarters}.`;
  const again = earlier.recurring ? ` This is a recurring bottleneck: ${times + 1} times with this one.` : '';
  return `${plural(times, 'earlier impediment')} in ${quarters}, with ${plural(earlier.blockedTeamDays, 'blocked team-day')}.${again}`;
}

/** "Ana Roth for Ben Okafor": who answered, in whose place. */
export function answeredBy({ by, insteadOf }: NonNullable<BriefLineFragment['answer']>): string {
  return insteadOf === null ? by.name : `${by.name} for ${insteadOf.name}`;
}

/** "Agreed with a change" */
export function answerTitle(kind: BriefAnswerKind): string {
  return BRIEF_ANSWER_TITLES[kind];
}
