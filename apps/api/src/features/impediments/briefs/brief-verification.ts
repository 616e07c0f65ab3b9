import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { Verifications } from '../../../platform/events/verifications.js';

/** What `verify` checks of briefs: each says what it said when it was sent, and sending and answering are on the record. */
@Injectable()
export class BriefVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('briefs say what they said when they were sent', unchanged);
    this.verifications.register('briefs and their answers are in the event log', told);
  }
}

async function unchanged(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from escalation_briefs
      where organization_id = $1 and (content_hash <> sha256(convert_to(content::text, 'UTF8'))
         or content->'impediment'->>'id' <> impediment_id::text or content->>'answerBy' <> answer_by::text)
      order by id limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ id }) => `Brief ${id} is not what was sent.`);
}

async function told(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ impediment_id: string; sent: number; answered: number }>(TOLD, [tx.organizationId]);
  return rows.map(
    ({ impediment_id: id, sent, answered }) =>
      `The log of impediment ${id} has ${Math.abs(sent)} ${sent > 0 ? 'more' : 'fewer'} sent and ${Math.abs(answered)} ${answered > 0 ? 'more' : 'fewer'} answered briefs than there are.`,
  );
}

const TOLD = `
  select impediment_id, sum(sent)::int as sent, sum(answered)::int as answered from (
    select subject_id as impediment_id, (name = 'impediment.brief-sent')::int as sent, (name = 'impediment.brief-answered')::int as answered
      from events where organization_id = $1 and subject_type = 'Impediment' and name in ('impediment.brief-sent', 'impediment.brief-answered')
    union all
    select b.impediment_id, -1, -(a.brief_id is not null)::int
      from escalation_briefs b
      left join escalation_brief_answers a on a.organization_id = b.organization_id and a.brief_id = b.id
     where b.organization_id = $1) as both_sides
   group by impediment_id having sum(sent) <> 0 or sum(answered) <> 0 order by impediment_id limit 20`;
