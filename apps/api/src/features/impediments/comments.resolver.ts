import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { ChangeComment, type CommentCall } from './change-comment.js';
import { ImpedimentComment } from './impediment-activity.graphql.js';
import { ChangeArguments } from './impediment-arguments.graphql.js';
import { Impediment } from './impediments.graphql.js';

@ArgsType()
class EditCommentArguments extends ChangeArguments {
  @Field(() => String) body: string;
}

/** Mutations of comments that were written already; the id and version are the comment's. */
@Resolver(() => ImpedimentComment)
export class CommentsResolver {
  constructor(@Inject(ChangeComment) private readonly comments: ChangeComment) {}

  @Mutation(() => ImpedimentComment)
  @Action('comment:edit')
  editImpedimentComment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: EditCommentArguments,
  ): Promise<ImpedimentComment> {
    return this.comments.edit(commentCallOf(viewer, given), given.body);
  }

  @Mutation(() => Impediment)
  @Action('comment:remove')
  removeImpedimentComment(@CurrentViewer() viewer: Viewer, @Args() given: ChangeArguments): Promise<Impediment> {
    return this.comments.remove(commentCallOf(viewer, given));
  }
}

function commentCallOf(viewer: Viewer, { id, version, idempotencyKey }: ChangeArguments): CommentCall {
  return { viewer, id: readId('ImpedimentComment', id), version, idempotencyKey };
}
