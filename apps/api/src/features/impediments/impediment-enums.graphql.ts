import {
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  SOURCE_KINDS,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { IMPEDIMENT_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const ImpedimentStateEnum = enumOf('ImpedimentState', IMPEDIMENT_STATES);
export const ImpedimentSeverityEnum = enumOf('ImpedimentSeverity', IMPEDIMENT_SEVERITIES);
export const ImpedimentCategoryEnum = enumOf('ImpedimentCategory', IMPEDIMENT_CATEGORIES);
export const SourceKindEnum = enumOf('SourceKind', SOURCE_KINDS);
