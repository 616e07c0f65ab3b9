import {
  CADENCE_AGENDA_LIMIT,
  CADENCE_NAME_LIMIT,
  CADENCE_PLACE_LIMIT,
} from '@chapterhouse/domain/cadences/cadence-fields';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { cut } from './plain-value.js';

interface MeetingTexts {
  name: string;
  place: string;
  agenda: string;
}

/** Texts of a meeting as they can be kept: names and places in one line, none too long. */
export function meetingTexts({ name, place, agenda }: MeetingTexts, where: string, tally: ImportTally): MeetingTexts {
  const within = (field: string, text: string, limit: number): string => {
    const kept = cut(text, limit);
    if (kept !== text) tally.problem(where, `The ${field} is longer than ${limit} characters: it is cut.`);
    return kept;
  };
  const title = lineOf(name);
  if (title === '') tally.problem(where, 'This meeting has no name: it is called Meeting.');
  return {
    name: within('name', title === '' ? 'Meeting' : title, CADENCE_NAME_LIMIT),
    place: within('place', lineOf(place), CADENCE_PLACE_LIMIT),
    agenda: within('description', textOf(agenda), CADENCE_AGENDA_LIMIT),
  };
}

function lineOf(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function textOf(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .trim();
}
