import type { ProposalState } from '@chapterhouse/domain/communities/artifact-state';
import { diffPage } from '@chapterhouse/domain/communities/page-diff';
import { mergedProposal } from '@chapterhouse/domain/communities/proposed-text';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ProposalStateEnum } from '../artifacts/artifact-enums.graphql.js';
import { PageDiff } from '../versions/versions.graphql.js';
import { type ProposalRow, textOf, type WrittenProposalRow } from './proposal-row.js';

@ObjectType({
  implements: () => [Node],
  description: 'Any reader proposes a change of a page, or of what stands beside the pages.',
})
export class ChangeProposal implements Node {
  @Field(() => ID) id: string;
  @Field(() => String, {
    description: '`steps` of a checklist and `tree` of a decision tree, as `artifactDiff` names them.',
  })
  pagePath: string;
  @Field(() => String) why: string;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => ProposalStateEnum) state: ProposalState;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are made of. */
  row: ProposalRow;
}

export const ChangeProposalConnection = connectionOf(ChangeProposal, 'ChangeProposal');

/** The row becomes the GraphQL object here and nowhere else. */
export function proposalOf(row: ProposalRow): ChangeProposal {
  return {
    id: globalId('ChangeProposal', row.id),
    pagePath: row.page_path,
    why: row.why,
    at: row.at,
    state: row.state,
    answer: row.answer === '' ? null : row.answer,
    version: row.version,
    row,
  };
}

/** Against what the proposer read. */
export function proposalDiff(row: WrittenProposalRow): PageDiff {
  const { title, base } = textOf(row);
  return { path: row.page_path, title, kind: 'CHANGED', hunks: diffPage(base, row.body) };
}

/** Whether the page changed since, in the same place, or is gone. */
export function proposalConflicts(row: WrittenProposalRow): boolean {
  const { place, base, present } = textOf(row);
  return present === null || mergedProposal(place, { base, proposed: row.body, present }) === null;
}
