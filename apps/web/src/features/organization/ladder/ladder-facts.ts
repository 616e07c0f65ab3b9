import { type LadderLevel, ladderField } from '@chapterhouse/domain/impediments/impediment-ladder';
import type { Fact, Facts } from '../../../platform/forms/use-edits';

/** The fields of a level that are edited, as the server names them where one is wrong. */
export const LEVEL_FIELDS = ['name', 'clockWorkingHours', 'escalatesByItself', 'remindBeforeHours'] as const;
export type LevelField = (typeof LEVEL_FIELDS)[number];

/** Hours as they are typed; no reminder is an empty field. */
export function ladderFacts(levels: readonly LadderLevel[]): Facts {
  return Object.fromEntries(
    levels.flatMap(({ level, name, clockWorkingHours, escalatesByItself, remindBeforeHours }) => [
      [ladderField('name', level), name],
      [ladderField('clockWorkingHours', level), String(clockWorkingHours)],
      [ladderField('escalatesByItself', level), escalatesByItself],
      [ladderField('remindBeforeHours', level), remindBeforeHours === null ? '' : String(remindBeforeHours)],
    ]),
  );
}

/** The levels as they would be. What is no number is zero, which no level accepts. */
export function levelsOf(levels: readonly LadderLevel[], read: (field: string) => Fact): LadderLevel[] {
  return levels.map(({ level }) => {
    const text = (field: LevelField) => String(read(ladderField(field, level)) ?? '').trim();
    const remindBefore = text('remindBeforeHours');
    return {
      level,
      name: text('name'),
      clockWorkingHours: Number(text('clockWorkingHours')) || 0,
      escalatesByItself: read(ladderField('escalatesByItself', level)) === true,
      remindBeforeHours: remindBefore === '' ? null : Number(remindBefore) || 0,
    };
  });
}

const TITLES: Record<LevelField, string> = {
  name: 'Name',
  clockWorkingHours: 'Working hours',
  escalatesByItself: 'Goes up by itself',
  remindBeforeHours: 'Reminder before the end',
};

/** A field of one level in words: "Working hours of level 2". */
export function ladderFieldTitle(field: string): string {
  const [name = '', level = ''] = field.split('OfLevel');
  const title = LEVEL_FIELDS.find((known) => known === name);
  return title ? `${TITLES[title]} of level ${level}` : field;
}

export function ladderFactWords(fact: Fact): string {
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  return fact === null || fact === '' ? 'none' : String(fact);
}
