import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { splitId } from './global-id.js';
import type { Node } from './node.js';

/** Finds one thing of a type for a viewer; undefined when there is none that they may see. */
export type NodeFinder = (viewer: Viewer, id: string) => Promise<Node | undefined>;

/** How `node(id)` finds things: each feature registers its own types. */
@Injectable()
export class Nodes {
  private readonly finders = new Map<string, NodeFinder>();

  register(type: string, finder: NodeFinder): void {
    this.finders.set(type, finder);
  }

  async find(viewer: Viewer, globalId: string): Promise<Node | null> {
    const parts = splitId(globalId);
    const finder = parts && this.finders.get(parts.type);
    return (finder && (await finder(viewer, parts.id))) ?? null;
  }
}
