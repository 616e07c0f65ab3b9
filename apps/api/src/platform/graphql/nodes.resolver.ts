import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../auth/action.js';
import { CurrentViewer } from '../auth/current-viewer.js';
import type { Viewer } from '../auth/viewer.js';
import { Node } from './node.js';
import { Nodes } from './nodes.js';

@Resolver()
export class NodesResolver {
  constructor(@Inject(Nodes) private readonly nodes: Nodes) {}

  @Query(() => Node, { nullable: true, description: 'Anything by its id; null when there is none that you may see.' })
  @Action('organization:view')
  node(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Node | null> {
    return this.nodes.find(viewer, id);
  }
}
