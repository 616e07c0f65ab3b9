import {
  artifactKeyOf,
  type ArtifactKind,
  type ArtifactState,
  type TemplateUse,
} from '@chapterhouse/domain/communities/artifact-state';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ArtifactKindEnum, ArtifactStateEnum, TemplateForEnum } from './artifact-enums.graphql.js';
import { type ArtifactRow, isReviewOverdue, stateOf } from './artifact-row.js';

@ObjectType({ implements: () => [Node], description: 'What a community publishes.' })
export class Artifact implements Node {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'A-7' }) key: string;
  @Field(() => ArtifactKindEnum) kind: ArtifactKind;
  @Field(() => String) title: string;
  @Field(() => String) summary: string;
  @Field(() => ArtifactStateEnum) state: ArtifactState;
  @Field(() => TemplateForEnum, { nullable: true, description: 'Of a template only.' })
  templateFor: TemplateUse | null;
  @Field(() => Int) approvalsNeeded: number;
  @Field(() => DateScalar, { nullable: true, description: 'Overdue from that day on.' }) reviewDueOn: string | null;
  @Field(() => Boolean) reviewOverdue: boolean;
  @Field(() => Boolean) watchedByViewer: boolean;
  @Field(() => String, { nullable: true }) importedFrom: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) archivedAt: string | null;
  @Field(() => String, { nullable: true }) archiveReason: string | null;
  @Field(() => Int) version: number;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar) updatedAt: string;
  /** Not in the schema: what its other fields are loaded by. */
  row: ArtifactRow;
}

export const ArtifactConnection = connectionOf(Artifact, 'Artifact');

@InputType()
export class ArtifactFilter {
  @Field(() => ID, { nullable: true }) communityId?: string | null;
  @Field(() => [ArtifactKindEnum], { nullable: true }) kinds?: ArtifactKind[] | null;
  @Field(() => [ArtifactStateEnum], { nullable: true }) states?: ArtifactState[] | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => Boolean, { nullable: true }) reviewOverdue?: boolean | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => String, { nullable: true }) text?: string | null;
}

@InputType()
export class ArtifactInput {
  @Field(() => ID) communityId: string;
  @Field(() => ArtifactKindEnum) kind: ArtifactKind;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => TemplateForEnum, { nullable: true }) templateFor?: TemplateUse | null;
  @Field(() => Int, { nullable: true }) approvalsNeeded?: number | null;
  @Field(() => DateScalar, { nullable: true }) reviewDueOn?: string | null;
  @Field(() => ID, { nullable: true }) fromArtifactId?: string | null;
}

@InputType()
export class ArtifactChanges {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => Int, { nullable: true }) approvalsNeeded?: number | null;
  @Field(() => DateScalar, { nullable: true }) reviewDueOn?: string | null;
  @Field(() => TemplateForEnum, { nullable: true }) templateFor?: TemplateUse | null;
}

/** The row becomes the GraphQL object here and nowhere else. @param today YYYY-MM-DD where the organization is */
export function artifactOf(row: ArtifactRow, today: string): Artifact {
  return {
    id: globalId('Artifact', row.id),
    key: artifactKeyOf(row.number),
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    state: stateOf(row),
    templateFor: row.template_for,
    approvalsNeeded: row.approvals_needed,
    reviewDueOn: row.review_due_on,
    reviewOverdue: isReviewOverdue(row, today),
    watchedByViewer: row.watched,
    importedFrom: row.imported_from === '' ? null : row.imported_from,
    archivedAt: row.archived_at,
    archiveReason: row.archived_at === null ? null : row.archive_reason,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    row,
  };
}
