import { setImmediate } from 'node:timers/promises';
import {
  type CalendarMapping,
  type MeetingScope,
  readCalendarMapping,
  scopeOfChoice,
} from '@chapterhouse/domain/imports/calendar-mapping';
import { meetingFacts } from '@chapterhouse/domain/imports/calendar-meetings';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { meetingIds, type PlacedMeeting, planMeetings } from '@chapterhouse/domain/imports/meeting-plan';
import type { CalendarFile, MeetingFact } from '@chapterhouse/domain/imports/calendar-file';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { ImportedMeetings } from '../cadences/public.js';
import { PresentOrganizationRead } from '../organization/public.js';
import { ExternalIdentitiesRepository } from './apply/external-identities.repository.js';
import { fingerprint } from './apply/fingerprint.js';
import type { ImportFile } from './import-file.js';
import type { PlannedImport, ReadImport } from './import-kind.js';
import { NOTHING, refuseMapping } from './organization-import.js';
import { readCalendarFiles } from './readers/calendar-files-reader.js';

/** Whose names UIDs are: each is meant to be the only one in the world. */
const CALENDARS = 'calendar';

/** Imports of meetings from calendars, of RFC 5545 or in TOML. */
@Injectable()
export class CalendarImport {
  constructor(
    @Inject(ExternalIdentitiesRepository) private readonly identities: ExternalIdentitiesRepository,
    @Inject(PresentOrganizationRead) private readonly presentOrganization: PresentOrganizationRead,
    @Inject(ImportedMeetings) private readonly meetings: ImportedMeetings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @param moment where the organization is. @param today YYYY-MM-DD
   * @throws INVALID_INPUT for a mapping that makes no sense
   */
  async read(
    files: ImportFile[],
    wanted: unknown,
    { today, timeZone }: { today: string; timeZone: string },
  ): Promise<ReadImport> {
    const tally = new ImportTally();
    const { mapping, problems } = readCalendarMapping(wanted, timeZone);
    refuseMapping(problems);
    const file = await readCalendarFiles(files, mapping.timeZone, tally);
    for (const path of Object.keys(mapping.calendars))
      if (!file.calendars.some((calendar) => calendar.path === path))
        tally.problem('mapping', `The mapping names ${path.slice(0, 200)}, which is not among the files.`);
    const taken = file.meetings.filter(({ calendar }) => (mapping.calendars[calendar] ?? mapping.place) !== 'SKIP');
    const facts: MeetingFact[] = [];
    for (const meeting of taken) {
      // Rules cost time: others get their turn in between, and no transaction waits.
      await setImmediate();
      facts.push(...meetingFacts(meeting, mapping.timeZone, tally));
    }
    return {
      choices: { calendars: file.calendars, defaults: readCalendarMapping({}, timeZone).mapping },
      mapping,
      tally,
      plan: (tx) => this.plan(tx, { ...file, facts }, mapping, today, tally),
    };
  }

  private async plan(
    tx: Tx,
    file: CalendarFile & { facts: MeetingFact[] },
    mapping: CalendarMapping,
    today: string,
    tally: ImportTally,
  ): Promise<PlannedImport> {
    if (tally.isRefused) return NOTHING;
    const book = await this.identities.load(tx, [CALENDARS]);
    const { places } = await this.presentOrganization.load(tx, book);
    const scopes = new Map<string, MeetingScope | null>();
    for (const { path } of file.calendars) {
      const choice = mapping.calendars[path] ?? mapping.place;
      const scope = choice === 'SKIP' ? null : scopeOfChoice(choice, tx.organizationId, places);
      if (scope === null && choice !== 'SKIP')
        tally.refuse('mapping', `The meetings of ${path} are to be of ${choice}, which is not here, or archived.`);
      scopes.set(path, scope);
    }
    if (tally.isRefused) return NOTHING;
    const placed = file.facts.flatMap((fact): PlacedMeeting[] => {
      const scope = scopes.get(fact.calendar) ?? null;
      return scope === null ? [] : [{ ...fact, scope, isStartAssumed: false }];
    });
    const writes = planMeetings(placed, {
      source: CALENDARS,
      since: null,
      today,
      invite: mapping.invite,
      completeFor: [],
      unread: new Set(),
      book,
      present: await this.meetings.present(tx, meetingIds(book, CALENDARS)),
      tools: { newId, fingerprint },
      tally,
    });
    return {
      total: Object.values(writes).reduce((sum: number, rows: unknown[]) => sum + rows.length, 0),
      apply: async (tx, step) => {
        await this.meetings.apply(tx, writes, today, this.clock.now().toISOString(), step);
        await this.identities.save(tx, book.changed);
      },
    };
  }
}
