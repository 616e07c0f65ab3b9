export { Tour } from './tour';
export { TourNote } from './tour-note';
export { useStartTour } from './use-start-tour';
