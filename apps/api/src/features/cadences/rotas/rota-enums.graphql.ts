import { ROTA_PURPOSES, TURN_REASONS } from '@chapterhouse/domain/cadences/rota';
import { registerEnumType } from '@nestjs/graphql';

export const RotaPurposeEnum = Object.fromEntries(ROTA_PURPOSES.map((purpose) => [purpose, purpose]));
registerEnumType(RotaPurposeEnum, { name: 'RotaPurpose' });

export const TurnReasonEnum = Object.fromEntries(TURN_REASONS.map((reason) => [reason, reason]));
registerEnumType(TurnReasonEnum, { name: 'TurnReason' });
