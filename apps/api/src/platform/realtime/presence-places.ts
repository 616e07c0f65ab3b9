import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { splitId } from '../graphql/global-id.js';

/** Whether there is such a thing that the viewer may see; the id is the database's. */
export type PlaceFinder = (viewer: Viewer, id: string) => Promise<boolean>;

/** Where people can be: things of the types that features register. */
@Injectable()
export class PresencePlaces {
  private readonly finders = new Map<string, PlaceFinder>();

  register(type: string, finder: PlaceFinder): void {
    this.finders.set(type, finder);
  }

  /** @param place an opaque id */
  async has(viewer: Viewer, place: string): Promise<boolean> {
    const parts = splitId(place);
    const finder = parts && this.finders.get(parts.type);
    return finder ? finder(viewer, parts.id) : false;
  }
}
