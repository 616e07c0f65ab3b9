export { RaiseImpediment } from './raise-impediment/raise-impediment';
export { RaiseImpedimentButton } from './raise-impediment/raise-impediment-button';
export { ImpedimentStateBadge } from './impediment-state-badge';
export { deadlineWords, todayIn } from './impediment-times';
export { Moment } from './moment';
export { useNow } from './use-now';
