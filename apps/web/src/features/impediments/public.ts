export { ASKED_COUNT, ASKED_OF_ME } from './briefs/briefs.operations';
export { AskedBadge } from './briefs/asked-badge';
export { useAsked } from './briefs/use-asked';
export { RaiseImpediment } from './raise-impediment/raise-impediment';
export { RaiseImpedimentButton } from './raise-impediment/raise-impediment-button';
export { ImpedimentStateBadge } from './impediment-state-badge';
export { deadlineWords, todayIn } from './impediment-times';
export { Moment } from './moment';
export { useNow } from './use-now';
