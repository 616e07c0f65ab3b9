export { ProposeDecision } from './propose/propose-decision';
