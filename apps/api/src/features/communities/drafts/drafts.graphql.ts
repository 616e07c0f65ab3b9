import type { ArtifactState } from '@chapterhouse/domain/communities/artifact-state';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ArtifactStateEnum } from '../artifacts/artifact-enums.graphql.js';
import type { ArtifactRow } from '../artifacts/artifact-row.js';
import { ChecklistStep } from '../checklists/run.graphql.js';
import type { DraftRow } from './draft-row.js';

@ObjectType({ description: 'The one draft; several people may write in it at once, page by page.' })
export class ArtifactDraft {
  @Field(() => ID, { description: 'The next draft has another one, and counts its revisions from the beginning.' })
  id: string;
  @Field(() => ArtifactStateEnum) state: ArtifactState;
  @Field(() => Int) revision: number;
  @Field(() => [ChecklistStep]) checklist: ChecklistStep[];
  @Field(() => String) whatChanged: string;
  @Field(() => DateTimeScalar) updatedAt: string;
  /** Not in the schema: what its other fields are loaded by. */
  row: DraftRow;
  of: ArtifactRow;
}

@InputType()
export class ChecklistStepInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String) text: string;
  @Field(() => String, { nullable: true }) hint?: string | null;
  @Field(() => Int, { nullable: true }) depth?: number | null;
}

@InputType({
  description:
    "The page's text as this writer began from; answered merged when others wrote elsewhere in it, CONFLICT with both when in the same place.",
})
export class PageWrite {
  @Field(() => String) path: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Of the page of the draft: it is written wherever it was moved to meanwhile. Without it, by its path.',
  })
  pageId?: string | null;
  @Field(() => String) body: string;
  @Field(() => Int) baseVersion: number;
  @Field(() => String) baseBody: string;
}

/** The rows become the GraphQL object here and nowhere else. */
export function draftOf(row: DraftRow, of: ArtifactRow): ArtifactDraft {
  return {
    id: globalId('ArtifactDraft', row.id),
    state: of.review_id === null ? 'DRAFT' : 'IN_REVIEW',
    revision: row.revision,
    checklist: row.checklist,
    whatChanged: row.what_changed,
    updatedAt: row.updated_at,
    row,
    of,
  };
}
