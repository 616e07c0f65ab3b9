import type { DecisionTree as TreeFacts } from '@chapterhouse/domain/communities/decision-tree';
import { type WalkedStep, offeredAt } from '@chapterhouse/domain/communities/decision-tree-walk';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { TreeAnswer, TreeNode } from './tree.graphql.js';
import type { WalkRow } from './walks.repository.js';

@ObjectType()
export class WalkStep {
  @Field(() => TreeNode) node: TreeNode;
  @Field(() => TreeAnswer) answer: TreeAnswer;
}

/** One person's way through a tree. */
@ObjectType()
export class Walk {
  @Field(() => ID) id: string;
  @Field(() => ID) at: string;
  @Field(() => [WalkStep]) path: WalkStep[];
  @Field(() => TreeNode, { nullable: true }) outcome: TreeNode | null;
  /** Not in the schema: what its version is loaded by. */
  versionId: string;
}

@ObjectType()
export class NodeCount {
  @Field(() => TreeNode) node: TreeNode;
  @Field(() => Int) reached: number;
  @Field(() => Int) stopped: number;
}

@ObjectType()
export class AnswerCount {
  @Field(() => TreeAnswer) answer: TreeAnswer;
  @Field(() => Int) taken: number;
}

@ObjectType({ description: 'For the authors: how often each outcome, where people stop.' })
export class WalkCounts {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => Int) walks: number;
  @Field(() => Int) finished: number;
  @Field(() => [NodeCount]) nodes: NodeCount[];
  @Field(() => [AnswerCount]) answers: AnswerCount[];
}

/** @param tree of the version that is walked: it never changes, so every step is in it */
export function walkOf(row: WalkRow, steps: readonly WalkedStep[], tree: TreeFacts): Walk {
  const nodes = new Map(tree.nodes.map((node) => [node.id, node]));
  const path = steps.flatMap(({ from, to }) => {
    const node = nodes.get(from);
    const answer = offeredAt(tree, from).find((offered) => offered.to === to);
    return node && answer ? [{ node, answer }] : [];
  });
  const outcome = row.finished_at === null ? null : (nodes.get(row.at_node) ?? null);
  return { id: globalId('Walk', row.id), at: row.at_node, path, outcome, versionId: row.version_id };
}
