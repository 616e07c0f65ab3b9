import { DELEGATE_KINDS } from '@chapterhouse/domain/decisions/delegation-cell';
import { ASK_ANSWERS } from '@chapterhouse/domain/decisions/delegation-flow';
import { ASK_KINDS, DELEGATION_LEVELS } from '@chapterhouse/domain/decisions/delegation-levels';
import { enumOf } from '../../../platform/graphql/enum-of.js';

export const DelegationLevelEnum = enumOf('DelegationLevel', DELEGATION_LEVELS);
export const DelegateKindEnum = enumOf('DelegateKind', DELEGATE_KINDS);
export const AskKindEnum = enumOf('AskKind', ASK_KINDS);
export const AskAnswerEnum = enumOf('AskAnswer', ASK_ANSWERS);
