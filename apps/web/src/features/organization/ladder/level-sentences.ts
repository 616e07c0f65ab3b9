import { type LadderLevel, reminderRepeatHours } from '@chapterhouse/domain/impediments/impediment-ladder';

const rules = new Intl.PluralRules('en');
const count = (number: number, one: string): string =>
  `${number.toLocaleString('en')} ${one}${rules.select(number) === 'one' ? '' : 's'}`;

/** "16 working hours" */
export const hoursWords = (hours: number): string => count(hours, 'working hour');

/** "about 2 working days"; null where that says nothing more. @param dayLength hours of a working day */
export function daysWords(hours: number, dayLength: number): string | null {
  if (dayLength <= 0 || hours < dayLength) return null;
  const days = Math.round((hours / dayLength) * 2) / 2;
  return `${days * dayLength === hours ? '' : 'about '}${count(days, 'working day')}`;
}

/**
 * What a level promises, sentence by sentence.
 * @param above the name of the next level; null at the top
 */
export function levelSentences(level: LadderLevel, above: string | null, dayLength: number): string[] {
  const { name, clockWorkingHours: hours, remindBeforeHours, escalatesByItself } = level;
  const days = daysWords(hours, dayLength);
  const before =
    remindBeforeHours === null
      ? 'Nobody is reminded before they are over.'
      : `Its owner is reminded ${hoursWords(remindBeforeHours)} before they are over.`;
  return [
    `An impediment that comes to ${name} has ${hoursWords(hours)} there${days === null ? '' : `, which is ${days}`}.`,
    before,
    ...(escalatesByItself && above !== null
      ? [`After ${hoursWords(hours)} at ${name} it goes up to ${above} by itself.`]
      : afterwards(level, above)),
  ];
}

function afterwards(level: LadderLevel, above: string | null): string[] {
  const until = above === null ? 'until it is resolved' : `until somebody takes it to ${above} or resolves it`;
  return [
    `After that it is overdue: its owner is reminded at once, and again every ${hoursWords(reminderRepeatHours(level))}, ${until}.`,
  ];
}
