import { ROTA_PURPOSES, TURN_REASONS } from '@chapterhouse/domain/cadences/rota';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const RotaPurposeEnum = enumOf('RotaPurpose', ROTA_PURPOSES);
export const TurnReasonEnum = enumOf('TurnReason', TURN_REASONS);
