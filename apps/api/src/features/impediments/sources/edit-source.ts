import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { SOURCE_KIND_TITLES, type SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { refuseImpediment } from '@chapterhouse/domain/impediments/impediment-refusals';
import type { SourceEvent } from '@chapterhouse/domain/impediments/source-events';
import { isSameSourceName, sourceProblems } from '@chapterhouse/domain/impediments/source-fields';
import { refuseOrganization } from '@chapterhouse/domain/organization/organization-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { ImpedimentReferences } from '../impediment-references.js';
import { changesOf } from '../impediment-transaction.js';
import { refuseField } from '../refuse-problems.js';
import { excerpt, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { keptName } from './name-sources.js';
import { permitOnSource, sourceConflict } from './refuse-source.js';
import { type Source, sourceOf } from './sources.graphql.js';
import { type SourceDetails, SourcesRepository } from './sources.repository.js';

/** Undefined leaves a field alone; null clears the person and the team, and leaves the others alone. Ids as in the database. */
export interface SourceEdit {
  name?: string | null | undefined;
  kind?: SourceKind | null | undefined;
  contact?: string | null | undefined;
  contactPersonId?: string | null | undefined;
  teamId?: string | null | undefined;
}

/** Which source, as it was seen. */
export interface SourceCall {
  viewer: Viewer;
  id: string;
  version: number;
  idempotencyKey: string | null | undefined;
}

@Injectable()
export class EditSource {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SourcesRepository) private readonly sources: SourcesRepository,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /**
   * Another kind than TEAM lets go of the team. A name of its own past, by a merge, may be taken back.
   * @throws FORBIDDEN, CONFLICT, INVALID_INPUT, NAME_TAKEN, MERGED_ALREADY; NOT_FOUND, also for a person or team of nobody here
   */
  edit(call: SourceCall, given: SourceEdit): Promise<Source> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, 'source:edit', { id, version, ...given }, async () => {
        const before = (await this.sources.opened(tx, [id])).get(id);
        if (!before) throw refusePlatform('NOT_FOUND', {});
        permitOnSource(viewer, 'source:edit');
        if (before.merged_into_name !== null)
          throw refuseImpediment('MERGED_ALREADY', { name: before.name, into: before.merged_into_name });
        if (before.version !== version) throw sourceConflict(before);
        const after = afterEdit(before, given);
        const changes = [
          ...ownChanges(before, after),
          ...(await this.personChange(tx, viewer, before, after)),
          ...(await this.teamChange(tx, viewer, before, after)),
        ];
        if (changes.length === 0) return sourceOf(before);
        await this.save(tx, before, after);
        await this.events.append(tx, {
          name: 'source.edited' satisfies SourceEvent,
          subjectType: 'Source',
          subjectId: id,
          subjectVersion: version + 1,
          payload: { changes },
        });
        return sourceOf({ ...after, version: version + 1 });
      }),
    );
  }

  private async save(tx: Tx, before: SourceDetails, after: SourceDetails): Promise<void> {
    const alias = before.aliases.find((name) => isSameSourceName(name, after.name));
    if (alias !== undefined) await this.sources.takeNameOfAlias(tx, before, alias);
    try {
      await this.sources.update(tx, after);
    } catch (error) {
      if (violatedConstraint(error) === 'sources_one_name')
        throw refuseOrganization('NAME_TAKEN', { name: after.name, field: 'name' });
      throw error;
    }
  }

  private async personChange(
    tx: Tx,
    { today }: Viewer,
    from: SourceDetails,
    to: SourceDetails,
  ): Promise<FieldChange[]> {
    const [before, after] = [from.contact_person_id, to.contact_person_id];
    if (before === after) return [];
    const next = after && (await this.references.personToCount(tx, today, after, 'contactPersonId'));
    const last = before && (await this.references.person(tx, today, before));
    return [{ field: 'contactPerson', from: last ? last.name : null, to: next ? next.name : null }];
  }

  private async teamChange(tx: Tx, { today }: Viewer, from: SourceDetails, to: SourceDetails): Promise<FieldChange[]> {
    const [before, after] = [from.team_id, to.team_id];
    if (before === after) return [];
    const [next] = after ? await this.references.teamsToCount(tx, today, [after], 'teamId') : [];
    const last = before && (await this.references.team(tx, today, before));
    return [{ field: 'team', from: last ? last.name : null, to: next?.name ?? null }];
  }
}

/** @throws INVALID_INPUT */
function afterEdit(before: SourceDetails, given: SourceEdit): SourceDetails {
  const input = {
    name: typedTextIfGiven(given.name),
    kind: given.kind ?? undefined,
    contact: typedTextIfGiven(given.contact),
  };
  const fields = sourceProblems(input);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
  const kind = input.kind ?? before.kind;
  if (given.teamId && kind !== 'TEAM')
    refuseField('teamId', 'Choose the kind Team first; only that is one of our teams.');
  const team = given.teamId === undefined ? before.team_id : given.teamId;
  return {
    ...before,
    name: input.name === undefined ? before.name : keptName(input.name),
    kind,
    contact: input.contact ?? before.contact,
    contact_person_id: given.contactPersonId === undefined ? before.contact_person_id : given.contactPersonId,
    team_id: kind === 'TEAM' ? team : null,
  };
}

function ownChanges(before: SourceDetails, after: SourceDetails): FieldChange[] {
  const contact = { from: excerpt(before.contact), to: excerpt(after.contact) };
  return [
    ...changesOf(
      { field: 'name', from: before.name, to: after.name },
      { field: 'kind', from: SOURCE_KIND_TITLES[before.kind], to: SOURCE_KIND_TITLES[after.kind] },
    ),
    // Two long texts may begin alike.
    ...(before.contact === after.contact ? [] : [{ field: 'contact', ...contact }]),
  ];
}
