import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../platform/auth/viewer.js';

/** Impediments are shared by all of an organization, today. @throws FORBIDDEN */
export function mayView(viewer: Viewer): void {
  const verdict = can(viewer.actor, 'impediment:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
}
