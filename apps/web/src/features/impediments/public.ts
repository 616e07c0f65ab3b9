import { lazy } from 'react';

export { ASKED_COUNT, ASKED_OF_ME } from './briefs/briefs.operations';
export { AskedBadge } from './briefs/asked-badge';
export { useAsked } from './briefs/use-asked';
export { RaiseImpediment } from './raise-impediment/raise-impediment';
export { RaiseImpedimentButton } from './raise-impediment/raise-impediment-button';
export { commentHash } from './impediment-detail/comment-hash';
export { ImpedimentStateBadge } from './impediment-state-badge';
export { deadlineWords, todayIn } from './impediment-times';
export { Moment } from './moment';
export { hoursWords, shareWords, windowWords } from './numbers/number-words';
export { plural } from './plural';
export { useNow } from './use-now';

/** Needed seldom: their code comes when an edit that waited came too late. */
export const NotSaved = lazy(async () => ({ default: (await import('./not-saved/not-saved')).NotSaved }));
export const loadExplainNotSaved = async () => (await import('./not-saved/explain-not-saved')).explainNotSaved;
