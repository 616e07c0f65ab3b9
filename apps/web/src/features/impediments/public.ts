export { RaiseImpediment } from './raise-impediment/raise-impediment';
export { RaiseImpedimentButton } from './raise-impediment/raise-impediment-button';
