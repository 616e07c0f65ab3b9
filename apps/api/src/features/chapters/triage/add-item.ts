import { refuseChapter } from '@chapterhouse/domain/chapters/chapter-refusals';
import { UNRESOLVED_STATES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { impedimentNumberOf } from '../../impediments/public.js';
import { OrganizationReferences } from '../../organization/public.js';
import { refuseField } from '../chapter-permission.js';
import { SessionWrites } from './session-writes.js';
import { type TriageCall, TriageTransaction } from './triage-transaction.js';
import type { TriageSession } from './triage.graphql.js';

/** Puts an impediment that the agenda left out at its end. */
@Injectable()
export class AddItem {
  constructor(
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws NOT_FOUND for a key of nobody here, ON_THE_AGENDA; INVALID_INPUT for what stands in nobody's way */
  add(call: TriageCall, impedimentKey: string): Promise<TriageSession> {
    return this.transaction.change(call, 'triage:add-item', async ({ tx, viewer, session, state }) => {
      const impediment = await this.impediment(tx, impedimentKey);
      const there = state.items.find((item) => item.impediment_id === impediment.id);
      if (there) throw refuseChapter('ON_THE_AGENDA', { position: there.position });
      if (!UNRESOLVED_STATES.includes(impediment.state))
        refuseField('impedimentKey', 'It stands in nobody’s way any more; reopen it first.');
      const why = `${await this.nameOf(tx, viewer)} added it.`;
      const entry = { reason: 'ADDED', why, impedimentId: impediment.id, sourceId: null, actionId: null } as const;
      const [itemId] = await this.writes.addItems(tx, session.id, state.items.length + 1, [entry]);
      const changes = [{ field: 'item', from: null, to: impediment.title }];
      return { event: 'triage-session.item-added', changes, ...(itemId !== undefined && { itemId }) };
    });
  }

  private async impediment(tx: Tx, key: string): Promise<{ id: string; title: string; state: ImpedimentState }> {
    const number = impedimentNumberOf(key);
    const found = await tx.one<{ id: string; title: string; state: ImpedimentState }>(
      'select id, title, state from impediments where organization_id = $1 and number = $2',
      [tx.organizationId, number ?? 0],
    );
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  private async nameOf(tx: Tx, { personId, today }: Viewer): Promise<string> {
    return (await this.organization.peopleIn(tx, [personId], today)).get(personId)?.name ?? '';
  }
}
