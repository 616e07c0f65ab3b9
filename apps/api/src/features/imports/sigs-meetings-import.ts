import type { MeetingScope } from '@chapterhouse/domain/imports/calendar-mapping';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { meetingIds, planMeetings } from '@chapterhouse/domain/imports/meeting-plan';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { placeKeyOf } from '@chapterhouse/domain/imports/sigs-facts';
import type { SigsFile, SigsGroup } from '@chapterhouse/domain/imports/sigs-file';
import type { SigsMapping } from '@chapterhouse/domain/imports/sigs-mapping';
import { sigsMeetings, sigsMeetingsComplete } from '@chapterhouse/domain/imports/sigs-meetings';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { ImportedMeetings } from '../cadences/public.js';
import { fingerprint } from './apply/fingerprint.js';
import type { PlannedImport } from './import-kind.js';

interface SigsMeetingsOrder {
  file: SigsFile;
  mapping: SigsMapping;
  /** YYYY-MM-DD */
  today: string;
  /** Whose names the keys are. */
  source: string;
  book: IdentityBook;
  /** The id here of each place of the file, by its kind and key. */
  placeIds: ReadonlyMap<string, string>;
}

/** The meetings within a `sigs.yaml`, in the import of its groups. */
@Injectable()
export class SigsMeetingsImport {
  constructor(
    @Inject(ImportedMeetings) private readonly meetings: ImportedMeetings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The identities go into the book. */
  async plan(tx: Tx, order: SigsMeetingsOrder, tally: ImportTally): Promise<PlannedImport> {
    const { file, mapping, today, source, book, placeIds } = order;
    const scopeOf = (group: SigsGroup): MeetingScope | null => {
      const id = placeIds.get(placeKeyOf(group, mapping));
      if (mapping.groups[group.kind] === 'SKIP' || id === undefined) return null;
      return { kind: mapping.groups[group.kind] === 'AREA' ? 'AREA' : 'TEAM', id, name: group.name };
    };
    const { meetings, unread } = sigsMeetings(file, mapping, scopeOf, tally);
    const writes = planMeetings(meetings, {
      source,
      today,
      book,
      tally,
      unread,
      since: mapping.asOf,
      invite: true,
      completeFor: sigsMeetingsComplete(file, mapping),
      present: await this.meetings.present(tx, meetingIds(book, source)),
      tools: { newId, fingerprint },
    });
    return {
      total: Object.values(writes).reduce((sum: number, rows: unknown[]) => sum + rows.length, 0),
      apply: (tx, step) => this.meetings.apply(tx, writes, today, this.clock.now().toISOString(), step),
    };
  }
}
