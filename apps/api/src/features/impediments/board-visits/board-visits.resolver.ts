import { Inject } from '@nestjs/common';
import { Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { BoardVisit } from './board-visits.graphql.js';
import { BoardVisitsService } from './board-visits.service.js';

/** A mutation, because looking moves the mark. */
@Resolver(() => BoardVisit)
export class BoardVisitsResolver {
  constructor(@Inject(BoardVisitsService) private readonly visits: BoardVisitsService) {}

  @Mutation(() => BoardVisit)
  @Action('impediment:view')
  visitBoard(@CurrentViewer() viewer: Viewer): Promise<BoardVisit> {
    return this.visits.visit(viewer);
  }
}
