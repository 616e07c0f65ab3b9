import { type BriefState, briefState } from '@chapterhouse/domain/impediments/brief-answer';
import type { BriefAnswerKind } from '@chapterhouse/domain/impediments/brief-fields';
import type { EscalationBrief } from '@chapterhouse/domain/impediments/escalation-brief';

/** A brief that was sent, with all that hangs on it, in one row. Ids are the database's, moments ISO text. */
export interface BriefRow {
  id: string;
  impediment_id: string;
  /** As it was sent; nobody changes it. */
  content: EscalationBrief;
  /** SHA-256 of the stored text, in hexadecimal. */
  hash: string;
  answer_by: string;
  sent_by: string;
  sent_at: string;
  recipient_ids: string[];
  answer: BriefAnswerRow | null;
  /** Of the one that was sent after it for the same impediment, the latest; null: none was. */
  replaced_by: string | null;
}

export interface BriefAnswerRow {
  kind: BriefAnswerKind;
  words: string;
  by: string;
  /** Whom a stand-in answered for. */
  for: string | null;
  at: string;
}

/** What reads of briefs select, of `escalation_briefs b`. */
export const BRIEF_COLUMNS = `
  b.id, b.impediment_id, b.content, encode(b.content_hash, 'hex') as hash, b.answer_by, b.sent_by, b.sent_at,
  array(select r.person_id from escalation_brief_recipients r join people p on p.organization_id = r.organization_id and p.id = r.person_id
         where r.organization_id = b.organization_id and r.brief_id = b.id order by lower(p.name), p.id) as recipient_ids,
  (select jsonb_build_object('kind', a.kind, 'words', a.words, 'by', a.answered_by, 'for', a.answered_for,
            'at', to_char(a.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     from escalation_brief_answers a where a.organization_id = b.organization_id and a.brief_id = b.id) as answer,
  (select n.id from escalation_briefs n
    where n.organization_id = b.organization_id and n.impediment_id = b.impediment_id and (n.sent_at, n.id) > (b.sent_at, b.id)
    order by n.sent_at desc, n.id desc limit 1) as replaced_by`;

/** SQL: nobody answered `b`, and no newer one was sent. */
export const BRIEF_WAITS = `
  not exists (select from escalation_brief_answers a where a.organization_id = b.organization_id and a.brief_id = b.id)
  and not exists (select from escalation_briefs n where n.organization_id = b.organization_id
                     and n.impediment_id = b.impediment_id and (n.sent_at, n.id) > (b.sent_at, b.id))`;

export function stateOf({ answer, replaced_by: replacedBy }: Pick<BriefRow, 'answer' | 'replaced_by'>): BriefState {
  return briefState({ answer, replaced: replacedBy !== null });
}
