import { canOnDecision } from '@chapterhouse/domain/decisions/decision-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../../platform/auth/viewer.js';

/** @throws FORBIDDEN */
export function mayViewDecisions({ actor }: Viewer): void {
  const verdict = canOnDecision(actor, 'decision:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'decision:view', reason: verdict.reason });
}
