import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { LocalDateTime } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject, Injectable } from '@nestjs/common';
import { excerpt } from '../../platform/graphql/typed-text.js';
import { CadenceReferences } from './cadence-references.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import type { OpenedCadence } from './cadence-transaction.js';
import type { GivenChanges } from './given-cadence.js';
import { keyOfRef } from './occurrence-id.js';
import { facilitatorTold, OccurrenceTransaction, refusePast, refuseUnlessLegal } from './occurrence-transaction.js';
import { OccurrencesRead } from './occurrences.read.js';
import { refuseField } from './refuse-cadence.js';

/** What one date may have of its own. */
const OWN: readonly (keyof GivenChanges)[] = ['startsAt', 'minutes', 'place', 'agenda', 'name', 'facilitatorId'];

/** A change of one date only: what it has of its own, and is not as its series says. */
@Injectable()
export class EditOccurrence {
  constructor(
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(OccurrenceTransaction) private readonly frame: OccurrenceTransaction,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** Its series is held and permitted. @throws INVALID_INPUT, NOT_FOUND, OCCURRENCE_IN_OTHER_STATE */
  async editIn({ tx, viewer, row }: OpenedCadence, originalStart: LocalDateTime, changes: GivenChanges): Promise<void> {
    const other = Object.keys(changes).find((field) => !OWN.some((own) => own === field));
    if (other !== undefined) refuseField(other, 'This is the same on all dates; change it from a date on, or on all.');
    const facts = await this.occurrences.byRef(tx, { cadenceId: row.id, originalStart });
    const standing = facts && (await this.standings.ofDates(tx, viewer, [facts])).get(keyOfRef(facts));
    if (!facts || !standing) throw refusePlatform('NOT_FOUND', {});
    refuseUnlessLegal(facts, 'occurrence:edit');
    const { startsAt, minutes, place, agenda, name, facilitatorId } = changes;
    const people = facilitatorId ? await this.references.people(tx, viewer, [facilitatorId], 'facilitatorId') : null;
    const opened = await this.frame.opened(tx, viewer, facts, standing);
    const moved = startsAt !== undefined && startsAt !== facts.localStart;
    if (moved) refusePast(opened, startsAt, 'startsAt');
    await opened.save(
      {
        ...(moved && { moved_to: startsAt === originalStart ? null : startsAt }),
        ...(minutes !== undefined && { minutes: minutes === row.minutes ? null : minutes }),
        ...(place !== undefined && { place: place === row.place ? null : place }),
        ...(agenda !== undefined && { agenda: agenda === row.agenda ? null : agenda }),
        ...(name !== undefined && { name: name === row.name ? null : name }),
        ...(facilitatorId !== undefined && { facilitator_id: facilitatorId }),
      },
      moved ? 'occurrence.moved' : 'occurrence.edited',
      {
        ...(moved && { before: facts.localStart, to: startsAt, ...facilitatorTold(standing) }),
        changes: [
          ...(moved ? [{ field: 'startsAt', from: facts.localStart, to: startsAt }] : []),
          ...(minutes === undefined ? [] : [{ field: 'minutes', from: String(facts.minutes), to: String(minutes) }]),
          ...(place === undefined ? [] : [{ field: 'place', from: excerpt(facts.place), to: excerpt(place) }]),
          ...(agenda === undefined ? [] : [{ field: 'agenda', from: excerpt(facts.agenda), to: excerpt(agenda) }]),
          ...(name === undefined ? [] : [{ field: 'name', from: facts.name, to: name }]),
          ...(people ? [{ field: 'facilitator', from: null, to: [...people.values()].join() }] : []),
        ],
      },
    );
  }
}
