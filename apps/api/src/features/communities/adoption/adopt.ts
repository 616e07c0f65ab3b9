import { adoptionEndProblems, type AdoptionFeel, adoptionProblems } from '@chapterhouse/domain/communities/adoption';
import type { ArtifactUseEvent } from '@chapterhouse/domain/communities/artifact-use-events';
import type { ArtifactUseAction } from '@chapterhouse/domain/communities/artifact-use-policy';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences } from '../../organization/public.js';
import { refuseProblems } from '../communities/community-permission.js';
import { type OpenedUse, permitUse, type UseCall, UseTransaction } from '../use/use-transaction.js';
import { type Adoption, adoptionOf } from './adoption.graphql.js';
import { type AdoptionColumns, type AdoptionRow, AdoptionsRepository } from './adoptions.repository.js';

/** What somebody says of a team; ids are the database's. */
export interface GivenAdoption {
  artifactId: string;
  teamId: string;
  number: number;
  since: string | null;
  feel: AdoptionFeel | null;
  note: string;
}

/** What is not given stays. */
export interface AdoptionEdit {
  number?: number;
  feel?: AdoptionFeel | null;
  note?: string;
}

export interface AdoptionCall extends UseCall {
  id: string;
  /** That the person saw. */
  rowVersion: number;
}

/** A team says which version it follows, how that goes, and that it does so no more. */
@Injectable()
export class Adopt {
  constructor(
    @Inject(UseTransaction) private readonly transaction: UseTransaction,
    @Inject(AdoptionsRepository) private readonly adoptions: AdoptionsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, NOTHING_PUBLISHED, NO_SUCH_VERSION, ARTIFACT_ARCHIVED, ADOPTED_ALREADY */
  adopt(call: UseCall, given: GivenAdoption): Promise<Adoption> {
    return this.transaction.run(call, 'adoption:adopt', (opened) => this.begin(opened, given), this.show);
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT, NO_SUCH_VERSION, ARTIFACT_ARCHIVED, ADOPTION_ENDED */
  edit(call: AdoptionCall, edit: AdoptionEdit): Promise<Adoption> {
    return this.change(call, 'adoption:edit', async (opened, row) => {
      refuseProblems(adoptionProblems(edit, opened.viewer.today));
      const after = { number: row.number, feel: row.feel, note: row.note, ...edit };
      const changes = changesOf(row, after);
      if (changes.length === 0) return;
      if (after.number !== row.number) {
        const artifact = await this.transaction.hold(opened, row.artifact_id);
        await this.transaction.versionToUse(opened, artifact, after.number);
        await this.adoptions.follow(opened.tx, row.id, after.number, opened.viewer.today);
      }
      await this.save(opened, row, after, 'adoption.edited', { changes });
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT, ADOPTION_ENDED */
  end(call: AdoptionCall, why: string): Promise<Adoption> {
    return this.change(call, 'adoption:end', async (opened, row) => {
      refuseProblems(adoptionEndProblems(why));
      const { today } = opened.viewer;
      const changes = [{ field: 'until', from: null, to: today }];
      await this.save(opened, row, { until: today, end_reason: why }, 'adoption.ended', { changes, note: why });
    });
  }

  private async begin(opened: OpenedUse, given: GivenAdoption): Promise<string> {
    const { tx, viewer, at } = opened;
    const artifact = await this.transaction.hold(opened, given.artifactId);
    if (!(await this.organization.placeOfTeamIn(tx, given.teamId))) throw refusePlatform('NOT_FOUND', {});
    permitUse(viewer, 'adoption:adopt', { teamId: given.teamId });
    refuseProblems(adoptionProblems(given, viewer.today));
    await this.transaction.versionToUse(opened, artifact, given.number);
    // One at a time for a team and an artifact: the second sees what the first wrote.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`adopt ${artifact.id} ${given.teamId}`]);
    const [lasting] = await this.adoptions.lastingForUpdate(tx, artifact.id, [given.teamId]);
    if (lasting)
      throw refuseArtifactUse('ADOPTED_ALREADY', {
        adoptionId: globalId('Adoption', lasting.id),
        number: lasting.number,
      });
    const id = newId();
    const since = given.since ?? viewer.today;
    await this.adoptions.insert(tx, { ...given, id, since, byId: viewer.personId, at });
    const changes = changesOf(null, given);
    await this.record(opened, { ...given, id, communityId: artifact.community_id }, 1, 'adoption.begun', { changes });
    return id;
  }

  private change(
    call: AdoptionCall,
    action: ArtifactUseAction,
    step: (opened: OpenedUse, row: AdoptionRow) => Promise<void>,
  ): Promise<Adoption> {
    return this.transaction.run(
      call,
      action,
      async (opened) => {
        const row = await this.adoptions.forUpdate(opened.tx, call.id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        permitUse(opened.viewer, action, { teamId: row.team_id });
        if (row.until !== null) throw refuseArtifactUse('ADOPTION_ENDED', {});
        if (row.version !== call.rowVersion) throw conflict(row);
        await step(opened, row);
        return row.id;
      },
      this.show,
    );
  }

  private async save(
    opened: OpenedUse,
    row: AdoptionRow,
    columns: Partial<AdoptionColumns>,
    event: ArtifactUseEvent,
    payload: { changes: FieldChange[]; note?: string },
  ): Promise<void> {
    const version = await this.adoptions.update(opened.tx, row, columns);
    const of = { id: row.id, artifactId: row.artifact_id, communityId: row.community_id, teamId: row.team_id };
    await this.record(opened, of, version, event, payload);
  }

  private record(
    opened: OpenedUse,
    { id, artifactId, communityId, teamId }: Record<'id' | 'artifactId' | 'communityId' | 'teamId', string>,
    version: number,
    event: ArtifactUseEvent,
    payload: { changes: FieldChange[]; note?: string },
  ): Promise<void> {
    return opened.record({ ...payload, event, of: 'Adoption', id, version, artifactId, communityId, teamId });
  }

  private readonly show = async (tx: Tx, id: string): Promise<Adoption> => {
    const [row] = await this.adoptions.byIds(tx, [id]);
    if (!row) throw new Error('An adoption was written and is not there.');
    return adoptionOf(row);
  };
}

function conflict(row: AdoptionRow): Error {
  const { row: _, ...current } = adoptionOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

type Told = Pick<AdoptionColumns, 'number' | 'feel' | 'note'>;

function changesOf(before: Told | null, after: Told): FieldChange[] {
  return (['number', 'feel', 'note'] as const).flatMap((field) => {
    const [from, to] = [String(before?.[field] ?? ''), String(after[field] ?? '')];
    return from === to ? [] : [{ field: field === 'number' ? 'version' : field, from: excerpt(from), to: excerpt(to) }];
  });
}
