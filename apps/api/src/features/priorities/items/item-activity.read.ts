import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import type { PageArgs } from '../../../platform/graphql/page-key.js';
import { type ActivityEntry, ImpedimentActivityRead } from '../../impediments/public.js';

/** What happened to items, from the event log: their own events, and those of many that they were among. */
@Injectable()
export class ItemActivityRead {
  constructor(@Inject(ImpedimentActivityRead) private readonly activities: ImpedimentActivityRead) {}

  /** Newest first; the same page of each item. @throws INVALID_INPUT */
  pages(viewer: Viewer, ids: readonly string[], args: PageArgs): Promise<Map<string, Connection<ActivityEntry>>> {
    return this.activities.activity(viewer, ids, args, 'BacklogItem');
  }
}
