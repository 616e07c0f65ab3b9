import { type DelegationLevel, LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';

/** "4 Agree" */
export function levelWords(level: DelegationLevel): string {
  const { number, title } = LEVEL_RULES[level];
  return `${number} ${title}`;
}
