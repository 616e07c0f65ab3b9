import type { CadenceSpan } from '../../../generated/graphql';
import type { CadenceForm, FormField } from './cadence-form';
import { followDay, ruleText } from './rule-form';

/** What one date may have of its own. */
const OF_ONE: readonly FormField[] = ['name', 'startsOn', 'startsTime', 'minutes', 'where', 'agenda', 'facilitator'];

/** Which dates a change can be of: a rule or who is invited is of a series, never of one date. */
export function spansFor(saved: CadenceForm, form: CadenceForm, changed: readonly FormField[]): CadenceSpan[] {
  const followed = ruleText(followDay(saved.rule, saved.startsOn, form.startsOn)) === ruleText(form.rule);
  const ofOne = changed.every((field) => OF_ONE.includes(field) || (field === 'rule' && followed));
  return ofOne ? ['THIS', 'THIS_AND_FOLLOWING', 'ALL'] : ['THIS_AND_FOLLOWING', 'ALL'];
}
