import { lazy } from 'react';

export { ASKED_COUNT, ASKED_OF_ME } from './briefs/briefs.operations';
export { AskedBadge } from './briefs/asked-badge';
export { useAsked } from './briefs/use-asked';
export { RaiseImpediment } from './raise-impediment/raise-impediment';
export { RaiseImpedimentButton } from './raise-impediment/raise-impediment-button';
export { commentHash } from './impediment-detail/comment-hash';
export { ImpedimentStateBadge } from './impediment-state-badge';
export { ageInDays, deadlineWords, todayIn } from './impediment-times';
export { Moment } from './moment';
export { hoursWords, shareWords, windowWords } from './numbers/number-words';
export { plural } from './plural';
export { useImpedimentLevels } from './use-impediment-levels';
export { useNow } from './use-now';

/** Needed seldom: their code comes when an edit that waited came too late. */
export const NotSaved = lazy(async () => ({ default: (await import('./not-saved/not-saved')).NotSaved }));
export const loadExplainNotSaved = async () => (await import('./not-saved/explain-not-saved')).explainNotSaved;

/** For the screens on which an impediment gets its result: their code comes with those. */
export const OwnerField = lazy(async () => ({ default: (await import('./impediment-moves/owner-field')).OwnerField }));
export const ImpedimentField = lazy(async () => ({ default: (await import('./impediment-field')).ImpedimentField }));
export const MoveRefusal = lazy(async () => ({
  default: (await import('./impediment-moves/move-refusal')).MoveRefusal,
}));
export const BriefForm = lazy(async () => ({ default: (await import('./briefs/brief-form')).BriefForm }));
