import { type AdoptionLine, adoptionOverTime } from '@chapterhouse/domain/communities/adoption';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import {
  type Adoption,
  adoptionOf,
  type AdoptionOfVersion,
  adoptionSummaryOf,
  type AdoptionSummary,
} from './adoption.graphql.js';
import { type AdoptionRow, AdoptionsRepository, type AdoptionStepRow } from './adoptions.repository.js';

interface PublishedRow extends Record<string, unknown> {
  artifact_id: string;
  number: number;
  on: string;
}

/** Looking at adoption: everybody of the organization may; each in a few statements for any number of artifacts or teams. */
@Injectable()
export class AdoptionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AdoptionsRepository) private readonly adoptions: AdoptionsRepository,
  ) {}

  async byId(viewer: Viewer, id: string): Promise<Adoption | undefined> {
    const [row] = await this.read(viewer, (tx) => this.adoptions.byIds(tx, [id]));
    return row && adoptionOf(row);
  }

  /** Those that last. @param ids of teams, the database's */
  async ofTeams(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Adoption[]>> {
    const rows = await this.read(viewer, (tx) => this.adoptions.ofTeams(tx, ids));
    return new Map(ids.map((id) => [id, rows.filter((row) => row.team_id === id).map(adoptionOf)]));
  }

  /** @param ids of artifacts, the database's */
  async ofArtifacts(viewer: Viewer, ids: readonly string[]): Promise<Map<string, AdoptionSummary>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.adoptions.ofArtifacts(tx, ids, viewer.today);
      const steps = await this.adoptions.steps(tx, ids);
      const published = await tx.query<PublishedRow>(PUBLISHED, [tx.organizationId, ids, viewer.timeZone]);
      return new Map(
        ids.map((id) => {
          const overTime = adoptionOverTime(
            linesOf(steps.filter((step) => step.artifact_id === id)),
            published.filter((version) => version.artifact_id === id),
            viewer.today,
          );
          const own = rows.filter((row) => row.artifact_id === id);
          return [id, adoptionSummaryOf(own.map(adoptionOf), followers(own), overTime)];
        }),
      );
    });
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}

function linesOf(steps: readonly AdoptionStepRow[]): AdoptionLine[] {
  const lines = new Map<string, { steps: AdoptionStepRow[]; until: string | null }>();
  for (const step of steps) {
    const line = lines.get(step.adoption_id);
    if (line) line.steps.push(step);
    else lines.set(step.adoption_id, { steps: [step], until: step.until });
  }
  return [...lines.values()];
}

/** The latest version first. */
function followers(rows: readonly AdoptionRow[]): AdoptionOfVersion[] {
  const counted = new Map<string, AdoptionOfVersion>();
  for (const { version_id: versionId, number } of rows)
    counted.set(versionId, { versionId, number, teams: (counted.get(versionId)?.teams ?? 0) + 1 });
  return [...counted.values()].sort((one, other) => other.number - one.number);
}

const PUBLISHED = `
  select artifact_id, number, ((published_at at time zone $3)::date)::text as on
    from artifact_versions where organization_id = $1 and artifact_id = any($2::uuid[])`;
