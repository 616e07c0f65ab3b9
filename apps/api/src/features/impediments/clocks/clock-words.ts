import type { LevelClock } from '@chapterhouse/domain/impediments/level-clock';
import type { Reminder } from '@chapterhouse/domain/impediments/level-reminders';

const HOUR = 3_600_000;

/** Why time took an impediment up. @param level the name of the one that it left */
export function outlivedWords({ terms }: LevelClock, level: string): string {
  return `Its ${workingHours(terms.clockWorkingHours)} at ${level} were over.`;
}

/**
 * What a reminder says.
 * @param level the name of its level
 * @param worked milliseconds on its clock
 */
export function reminderWords({ kind }: Reminder, { terms }: LevelClock, level: string, worked: number): string {
  const hours = terms.clockWorkingHours;
  if (kind === 'BEFORE') {
    const left = Math.ceil((hours * HOUR - worked) / HOUR);
    return `${left} of its ${workingHours(hours)} at ${level} ${left === 1 ? 'is' : 'are'} left.`;
  }
  const over = Math.floor((worked - hours * HOUR) / HOUR);
  const what = `Its ${workingHours(hours)} at ${level}`;
  return over < 1 ? `${what} are over.` : `${what} have been over for ${workingHours(over)}.`;
}

const workingHours = (count: number): string => `${count} working ${count === 1 ? 'hour' : 'hours'}`;
