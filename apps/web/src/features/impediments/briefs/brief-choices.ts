import { isDay } from '../../../platform/dates/day-words';

export type Recipient = { id: string; name: string };

/** What is chosen for a brief besides its words; null: as it was offered. */
export type BriefChoices = { answerBy: string | null; recipients: Recipient[] | null };

/** Of a draft; what cannot be read is as it was offered. */
export function readChoices(text: string): BriefChoices {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return NONE;
    const answerBy = 'answerBy' in value && typeof value.answerBy === 'string' ? value.answerBy : null;
    const recipients = 'recipients' in value && Array.isArray(value.recipients) ? value.recipients : null;
    return {
      answerBy: isDay(answerBy) || answerBy === '' ? answerBy : null,
      recipients: recipients?.filter(isOne) ?? null,
    };
  } catch {
    return NONE;
  }
}

/** As a draft; empty where nothing was chosen. */
export function writeChoices(choices: BriefChoices): string {
  return choices.answerBy === null && choices.recipients === null ? '' : JSON.stringify(choices);
}

const NONE: BriefChoices = { answerBy: null, recipients: null };

function isOne(value: unknown): value is Recipient {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'name' in value &&
    typeof value.name === 'string'
  );
}
