import type {
  TreeAnswer as TreeAnswerFacts,
  TreeNode as TreeNodeFacts,
  TreeNodeKind,
} from '@chapterhouse/domain/communities/decision-tree';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const TreeNodeKindEnum: Record<TreeNodeKind, TreeNodeKind> = {
  QUESTION: 'QUESTION',
  OUTCOME: 'OUTCOME',
  STEP: 'STEP',
};
registerEnumType(TreeNodeKindEnum, { name: 'TreeNodeKind' });

@ObjectType()
export class TreeNode implements TreeNodeFacts {
  /** As the text names it: unique within the tree, not beyond. */
  @Field(() => ID) id: string;
  @Field(() => TreeNodeKindEnum) kind: TreeNodeKind;
  @Field(() => String) text: string;
}

@ObjectType()
export class TreeAnswer implements TreeAnswerFacts {
  @Field(() => ID) from: string;
  @Field(() => ID) to: string;
  @Field(() => String) text: string;
}

@ObjectType()
export class TreeProblem {
  @Field(() => String) code: string;
  @Field(() => String) words: string;
  @Field(() => Int, { nullable: true }) line: number | null;
  @Field(() => Int, { nullable: true }) column: number | null;
  @Field(() => ID, { nullable: true }) nodeId: string | null;
}

@ObjectType()
export class DecisionTree {
  @Field(() => String) mermaid: string;
  @Field(() => ID, { nullable: true }) root: string | null;
  @Field(() => String) direction: string;
  @Field(() => [TreeNode]) nodes: TreeNode[];
  @Field(() => [TreeAnswer]) answers: TreeAnswer[];
  @Field(() => [TreeProblem]) problems: TreeProblem[];
}

/** The text becomes the GraphQL object here and nowhere else. */
export function decisionTreeOf(mermaid: string): DecisionTree {
  const { tree, root, problems } = readDecisionTree(mermaid);
  return {
    mermaid,
    root,
    direction: tree.direction,
    nodes: [...tree.nodes],
    answers: [...tree.answers],
    problems: [...problems],
  };
}
