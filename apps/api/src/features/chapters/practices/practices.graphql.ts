import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

@ObjectType({ description: 'What one team does that others may copy.' })
export class Practice {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true }) url: string | null;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => Int) thanks: number;
  @Field(() => Boolean) viewerThanked: boolean;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  chapterId: string;
  sharedById: string;
  teamId: string | null;
  /** What a community publishes of it. */
  artifactId: string | null;
}

/** Ids are the database's, moments ISO text. */
export interface PracticeRow extends Record<string, unknown> {
  id: string;
  chapter_id: string;
  title: string;
  words: string;
  url: string | null;
  shared_by: string;
  team_id: string | null;
  artifact_id: string | null;
  shared_at: string;
  removed_at: string | null;
  version: number;
  thanks: number;
  thanked: boolean;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function practiceOf(row: PracticeRow): Practice {
  return {
    id: globalId('Practice', row.id),
    title: row.title,
    words: row.words,
    url: row.url,
    at: row.shared_at,
    thanks: row.thanks,
    viewerThanked: row.thanked,
    version: row.version,
    chapterId: row.chapter_id,
    sharedById: row.shared_by,
    teamId: row.team_id,
    artifactId: row.artifact_id,
  };
}
