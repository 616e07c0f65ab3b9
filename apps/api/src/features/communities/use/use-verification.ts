import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { ImageReferences } from '../../files/public.js';

/** What `verify` checks of use, and which of its texts show images. */
@Injectable()
export class UseVerification implements OnModuleInit {
  constructor(
    @Inject(Verifications) private readonly verifications: Verifications,
    @Inject(ImageReferences) private readonly images: ImageReferences,
  ) {}

  onModuleInit(): void {
    const { verifications } = this;
    verifications.register('adoptions agree with their events', (tx) => disagreements(tx, 'adoptions', 'Adoption'));
    verifications.register('runs of checklists agree with their events', (tx) =>
      disagreements(tx, 'checklist_runs', 'ChecklistRun'),
    );
    verifications.register('adoptions follow the version that they came to', elsewhere);
    verifications.register('walks are where their answers lead', astray);
    this.images.register('select note as text from adoptions where organization_id = $1');
    this.images.register('select note as text from checklist_run_steps where organization_id = $1');
  }
}

async function elsewhere(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select a.id from adoptions a
      where a.organization_id = $1
        and a.number is distinct from (select s.number from adoption_steps s
                                        where s.organization_id = a.organization_id and s.adoption_id = a.id
                                        order by s.position desc limit 1)
      order by a.id limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ id }) => `The adoption ${id} is of another version than the last that its team followed.`);
}

async function astray(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select w.id from tree_walks w
      where w.organization_id = $1
        and (w.step_count <> (select count(*) from tree_walk_steps s
                               where s.organization_id = w.organization_id and s.walk_id = w.id)
             or w.at_node <> coalesce((select s.to_node from tree_walk_steps s
                                        where s.organization_id = w.organization_id and s.walk_id = w.id
                                        order by s.position desc limit 1), w.at_node))
      order by w.id limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ id }) => `The walk ${id} is elsewhere than its last answer leads.`);
}
