import { lazy } from 'react';

export { DecisionsAbout } from './decisions-about';
export { ItemKey } from './item-key';
export { DECISIONS } from './decisions.operations';
export { ProposeDecision } from './propose/propose-decision';
export { returnAddress } from '../../platform/page/return-address';
export { useDecisionScopes } from './scopes/use-decision-scopes';
export { linesOf } from './propose/decision-form';
export { LinesField } from './propose/lines-field';
export { DECISION_FLOW_PREVIEW } from './flow/flow.operations';

/** Needed seldom: its code comes where somebody decides. */
export const DecisionFlowPanel = lazy(async () => ({
  default: (await import('./flow/decision-flow-panel')).DecisionFlowPanel,
}));
