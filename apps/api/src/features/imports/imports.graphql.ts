import { IMPORT_EFFECTS, type ImportOutcome as Outcome } from '@chapterhouse/domain/imports/import-outcome';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { IMPORT_KINDS, type ImportKind } from './import-kind.js';

export const IMPORT_STATES = ['UPLOADED', 'PREVIEWED', 'APPLYING', 'APPLIED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const ImportKindEnum = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, kind]));
registerEnumType(ImportKindEnum, { name: 'ImportKind' });
export const ImportStateEnum = Object.fromEntries(IMPORT_STATES.map((state) => [state, state]));
registerEnumType(ImportStateEnum, { name: 'ImportState' });

@ObjectType()
export class ImportCount {
  @Field(() => String) kind: string;
  @Field(() => Int) created: number;
  @Field(() => Int) updated: number;
  @Field(() => Int) ended: number;
  @Field(() => Int) unchanged: number;
}

@ObjectType()
export class ImportChange {
  @Field(() => String) effect: (typeof IMPORT_EFFECTS)[number];
  @Field(() => String) kind: string;
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => String) details: string;
}

@ObjectType()
export class ImportProblem {
  @Field(() => String) where: string;
  @Field(() => String) what: string;
}

@ObjectType()
export class ImportOutcome {
  @Field(() => [ImportCount]) counts: ImportCount[];
  @Field(() => [ImportChange]) changes: ImportChange[];
  @Field(() => [ImportProblem]) problems: ImportProblem[];
  @Field(() => Int) problemCount: number;
  @Field(() => String, {
    nullable: true,
    description: 'Why nothing of it is or would be done; the first problem says where.',
  })
  refused: string | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    '`choices` is what the file offers to the mapping (groups, link types, issue types, projects found), by name.',
})
export class Import implements Node {
  @Field(() => ID) id: string;
  @Field(() => ImportKindEnum) kind: ImportKind;
  @Field(() => ImportStateEnum) state: ImportState;
  @Field(() => [String]) fileNames: string[];
  @Field(() => JsonScalar) mapping: unknown;
  @Field(() => ImportOutcome, { nullable: true }) preview: ImportOutcome | null;
  @Field(() => ImportOutcome, { nullable: true }) result: ImportOutcome | null;
  @Field(() => Int) progressDone: number;
  @Field(() => Int) progressTotal: number;
  @Field(() => String) failure: string;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) appliedAt: string | null;
  @Field(() => Int) version: number;
  @Field(() => String) reportAddress: string;
  /** The database's id; `requestedBy` is loaded from it. */
  requestedById: string;
  /** Null until a preview has read the files; then the resolver reads them. */
  knownChoices: unknown;
}

@ObjectType()
export class ImportChangeNotice {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
  @Field(() => Import, { nullable: true }) import: Import | null;
}

export const ImportConnection = connectionOf(Import, 'Import');

/** A row of `imports` with the names of its files. */
export interface ImportRow {
  id: string;
  kind: ImportKind;
  state: ImportState;
  file_names: string[];
  mapping: object;
  preview: { choices: object; outcome: Outcome } | null;
  result: Outcome | null;
  progress_done: number;
  progress_total: number;
  failure: string;
  requested_by: string;
  created_at: string;
  applied_at: string | null;
  version: number;
}

/** Problems that one answer carries; the report to download has all of them. */
const PROBLEMS_SHOWN = 200;

export function importObject(row: ImportRow): Import {
  const id = globalId('Import', row.id);
  return {
    id,
    kind: row.kind,
    state: row.state,
    fileNames: row.file_names,
    mapping: row.mapping,
    preview: row.preview && outcomeObject(row.preview.outcome),
    // Kept from the start, for whoever goes on after a crash; it is no result before the end.
    result: row.state === 'APPLYING' ? null : row.result && outcomeObject(row.result),
    progressDone: row.progress_done,
    progressTotal: row.progress_total,
    failure: row.failure,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
    version: row.version,
    reportAddress: `/files/imports/${id}/report.csv`,
    requestedById: row.requested_by,
    knownChoices: row.preview?.choices ?? null,
  };
}

function outcomeObject({ counts, changes, problems, problemCount, refused }: Outcome): ImportOutcome {
  return { counts, changes, problems: problems.slice(0, PROBLEMS_SHOWN), problemCount, refused: refused ?? null };
}
