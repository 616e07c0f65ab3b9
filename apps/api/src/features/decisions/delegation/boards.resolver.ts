import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import { DELEGATION_TEMPLATES } from '@chapterhouse/domain/decisions/delegation-templates';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { readScopeId, ScopeKindEnum } from '../../organization/public.js';
import {
  DelegationBoard,
  DelegationBoardVersion,
  DelegationCellInput,
  DelegationTemplateObject,
} from './boards.graphql.js';
import { BoardsService } from './boards.service.js';

/** Where: a scope as clients name it. */
@ArgsType()
export class ScopeArguments {
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field(() => ID) scopeId: string;
}

@ArgsType()
class SaveBoardArguments extends ScopeArguments {
  @Field(() => Int, { description: 'Of the board that was seen.' }) number: number;
  @Field(() => [DelegationCellInput]) cells: DelegationCellInput[];
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class UseTemplateArguments extends ScopeArguments {
  @Field(() => ID) templateId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** @throws NOT_FOUND for what is no id of a scope of this kind */
export function readScope({ scopeKind: kind, scopeId }: ScopeArguments): DecisionScope {
  return { kind, id: readScopeId(kind, scopeId) };
}

@Resolver(() => DelegationBoard)
export class BoardsResolver {
  constructor(@Inject(BoardsService) private readonly service: BoardsService) {}

  @Query(() => DelegationBoard)
  @Action('delegation:view')
  delegationBoard(@CurrentViewer() viewer: Viewer, @Args() where: ScopeArguments): Promise<DelegationBoard> {
    return this.service.board(viewer, readScope(where));
  }

  @Query(() => [DelegationTemplateObject])
  @Action('delegation:view')
  delegationTemplates(): readonly DelegationTemplateObject[] {
    return DELEGATION_TEMPLATES.map(({ cells, ...template }) => ({ ...template, cells: [...cells] }));
  }

  @Mutation(() => DelegationBoard, {
    description: 'The whole board of a scope; `number` is the one that was seen. Cells left out are inherited.',
  })
  @Action('delegation:save')
  saveDelegationBoard(
    @CurrentViewer() viewer: Viewer,
    @Args() { number, cells, note, idempotencyKey, ...where }: SaveBoardArguments,
  ): Promise<DelegationBoard> {
    const given = cells.map((cell) => ({
      ...cell,
      decisionAreaId: readId('DecisionArea', cell.decisionAreaId),
      personId: cell.personId ? readId('Person', cell.personId) : null,
    }));
    return this.service.save(viewer, readScope(where), { number, cells: given, note: note ?? '' }, idempotencyKey);
  }

  @Mutation(() => DelegationBoard, {
    description:
      "Makes the template's decision areas that are not there yet, and answers with cells to look at and save.",
  })
  @Action('delegation:save')
  useDelegationTemplate(
    @CurrentViewer() viewer: Viewer,
    @Args() { templateId, idempotencyKey, ...where }: UseTemplateArguments,
  ): Promise<DelegationBoard> {
    return this.service.useTemplate(viewer, templateId, readScope(where), idempotencyKey);
  }

  @ResolveField(() => [DelegationBoardVersion], { description: 'That were saved, the latest first.' })
  versions(@CurrentViewer() viewer: Viewer, @Parent() { scope }: DelegationBoard): Promise<DelegationBoardVersion[]> {
    return this.service.versions(viewer, { kind: scope.kind, id: readScopeId(scope.kind, scope.id) });
  }
}
