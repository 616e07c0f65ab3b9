export { DecisionsAbout } from './decisions-about';
export { ItemKey } from './item-key';
export { DECISIONS } from './decisions.operations';
export { ProposeDecision } from './propose/propose-decision';
export { returnAddress } from './return-address';
export { useDecisionScopes } from './scopes/use-decision-scopes';
