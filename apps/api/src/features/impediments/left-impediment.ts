import type { Refusal } from '@chapterhouse/domain/refusal';
import { globalId } from '../../platform/graphql/global-id.js';
import type { LeftImpediment } from './impediment-undo.graphql.js';
import { type ImpedimentRow, keyOf } from './impediment-row.js';

/** Why one of many stayed as it is, in a sentence for whoever wanted to change it. */
export function leftBehind(row: ImpedimentRow, refusal: Refusal): LeftImpediment {
  const { code, details, message } = refusal;
  const triaged = row.state === 'TRIAGED' || row.state === 'IN_PROGRESS';
  const again = triaged && code === 'ILLEGAL_TRANSITION' && details['action'] === 'impediment:triage';
  const given = again ? 'It is triaged already; change it by itself.' : details['reason'];
  const reason = typeof given === 'string' ? given : (REASONS[code] ?? message);
  return { id: globalId('Impediment', row.id), key: keyOf(row.number), title: row.title, code, reason };
}

const REASONS: Record<string, string> = {
  CONFLICT: 'Somebody changed it meanwhile; look at it first.',
  ILLEGAL_TRANSITION: 'Its state does not allow it.',
};
