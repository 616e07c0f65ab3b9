import { ARGUMENT_TONES, DECISION_KINDS, DECISION_PERSON_PARTS } from '@chapterhouse/domain/decisions/decision-fields';
import { DECISION_LINK_KINDS } from '@chapterhouse/domain/decisions/decision-links';
import { DECISION_STATES } from '@chapterhouse/domain/decisions/decision-state';
import { enumOf } from '../../platform/graphql/enum-of.js';

export const DecisionKindEnum = enumOf('DecisionKind', DECISION_KINDS);
export const DecisionStateEnum = enumOf('DecisionState', DECISION_STATES);
export const ArgumentToneEnum = enumOf('ArgumentTone', ARGUMENT_TONES);
export const DecisionPersonPartEnum = enumOf('DecisionPersonPart', DECISION_PERSON_PARTS);
export const DecisionLinkKindEnum = enumOf('DecisionLinkKind', DECISION_LINK_KINDS);
