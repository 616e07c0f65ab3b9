import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { splitDatedId, splitId } from './global-id.js';
import type { Node } from './node.js';

/** Finds one thing of a type for a viewer; undefined when there is none that they may see. */
export type NodeFinder = (viewer: Viewer, id: string) => Promise<Node | undefined>;

/** As `NodeFinder`, of one date of something. @param at wall-clock time, 2026-03-01T09:30; it may not exist */
export type DatedNodeFinder = (viewer: Viewer, id: string, at: string) => Promise<Node | undefined>;

/** How `node(id)` finds things: each feature registers its own types. */
@Injectable()
export class Nodes {
  private readonly finders = new Map<string, NodeFinder>();
  private readonly dated = new Map<string, DatedNodeFinder>();

  register(type: string, finder: NodeFinder): void {
    this.finders.set(type, finder);
  }

  registerDated(type: string, finder: DatedNodeFinder): void {
    this.dated.set(type, finder);
  }

  async find(viewer: Viewer, globalId: string): Promise<Node | null> {
    const parts = splitId(globalId);
    if (!parts) return this.findDated(viewer, globalId);
    return (await this.finders.get(parts.type)?.(viewer, parts.id)) ?? null;
  }

  private async findDated(viewer: Viewer, globalId: string): Promise<Node | null> {
    const parts = splitDatedId(globalId);
    return (parts && (await this.dated.get(parts.type)?.(viewer, parts.id, parts.at))) ?? null;
  }
}
