import type { AnswerFragment } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';

/** Why it is this person, when that is not plain: "for Basil Drizzle, away until 9 March". Null when it is. */
export function answerNote(answer: AnswerFragment, today: string): string | null {
  const { because, primary, primaryAbsentUntil } = answer;
  const away = primaryAbsentUntil ? `away until ${dayWords(primaryAbsentUntil, today)}` : null;
  switch (because) {
    case 'PRIMARY':
      return null;
    case 'VACANT':
      return primary ? [`${primary.name} is ${away ?? 'away'}`, 'no backup'].join(', ') : null;
    case 'BACKUP':
      return primary ? [`for ${primary.name}`, away].filter(Boolean).join(', ') : 'backup; no primary holder';
    case 'ACTING':
      return primary ? [`acting for ${primary.name}`, away].filter(Boolean).join(', ') : 'acting';
  }
}
