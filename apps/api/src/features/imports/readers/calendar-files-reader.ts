import { posix } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CalendarFile } from '@chapterhouse/domain/imports/calendar-file';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { type ImportFile, MOST_FILE_BYTES, wholeOf } from '../import-file.js';
import { readIcs } from './ics-reader.js';
import { readTomlCalendar } from './toml-calendar-reader.js';
import { readZip } from './zip-entries.js';

/** Bytes of one calendar. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_MEETINGS = 5_000;
const IS_CALENDAR = /\.(?:ics|ical|icalendar|toml)$/iu;

interface Text {
  path: string;
  content: Uint8Array;
}

/**
 * Reads calendars, and zips of them. What a calendar includes is read only where it is among the files: nothing is fetched.
 * @param usualZone of the organization
 */
export async function readCalendarFiles(
  files: ImportFile[],
  usualZone: string,
  tally: ImportTally,
): Promise<CalendarFile> {
  const texts: Text[] = [];
  for (const file of files) texts.push(...(await textsOf(file, tally)));
  const result: CalendarFile = { meetings: [], calendars: [] };
  const included: { path: string; by: string }[] = [];
  for (const { path, content } of texts) {
    // Long work: others get their turn in between.
    await setImmediate();
    const text = decoded(content, path, tally);
    if (text === undefined) continue;
    const isToml = /\.toml$/iu.test(path);
    const toml = isToml ? readTomlCalendar(path, text, tally) : undefined;
    const calendar = isToml ? toml : readIcs(path, text, usualZone, tally);
    if (calendar === undefined) continue;
    result.meetings.push(...calendar.meetings);
    result.calendars.push({ path, name: calendar.name, count: calendar.meetings.length });
    for (const target of toml?.includes ?? [])
      included.push({ path: posix.join(posix.dirname(path), target), by: path });
  }
  const there = new Set(texts.map(({ path }) => path));
  for (const { path, by } of included)
    if (!there.has(path))
      tally.problem(by, `It includes ${path.slice(0, 200)}, which is not among the files: give it too.`);
  if (result.meetings.length > MOST_MEETINGS)
    tally.refuse('files', `These are more than ${MOST_MEETINGS} meetings: import them in parts.`);
  else if (result.calendars.length === 0) tally.refuse('files', 'No calendar was found: give .ics or .toml files.');
  return result;
}

async function textsOf(file: ImportFile, tally: ImportTally): Promise<Text[]> {
  if (/\.zip$/iu.test(file.name)) {
    const bytes = await wholeOf(file, MOST_FILE_BYTES);
    const zip = readZip(file.name, bytes, (path) => IS_CALENDAR.test(path), MOST_BYTES, tally);
    for (const path of zip.paths)
      if (!IS_CALENDAR.test(path)) tally.problem(path, 'This is no .ics or .toml: left out.');
    const top = /^[^/]+\//u.exec(zip.paths[0] ?? '')?.[0] ?? '';
    const cut = zip.paths.every((path) => path.startsWith(top)) ? top.length : 0;
    return zip.files.map(({ path, content }) => ({ path: path.slice(cut), content }));
  }
  const path = file.name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/u, '');
  const content = await wholeOf(file, MOST_BYTES);
  const problem = !IS_CALENDAR.test(path)
    ? 'This is no .ics or .toml: left out.'
    : content.byteLength > MOST_BYTES
      ? `This file is larger than ${MOST_BYTES / 1024 / 1024} MiB: left out.`
      : null;
  if (problem !== null) tally.problem(path, problem);
  return problem === null ? [{ path, content }] : [];
}

function decoded(content: Uint8Array, path: string, tally: ImportTally): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).replaceAll('\u0000', '');
  } catch {
    tally.problem(path, 'This file cannot be read as text in UTF-8: left out.');
    return undefined;
  }
}
