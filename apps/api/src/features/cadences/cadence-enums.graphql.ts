import {
  CADENCE_KINDS,
  CADENCE_SPANS,
  FACILITATION_MODES,
  OCCURRENCE_STATES,
} from '@chapterhouse/domain/cadences/cadence-kinds';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const CadenceKindEnum = enumOf('CadenceKind', CADENCE_KINDS);
export const FacilitationModeEnum = enumOf('FacilitationMode', FACILITATION_MODES);
export const CadenceSpanEnum = enumOf('CadenceSpan', CADENCE_SPANS);
export const OccurrenceStateEnum = enumOf('OccurrenceState', OCCURRENCE_STATES);
