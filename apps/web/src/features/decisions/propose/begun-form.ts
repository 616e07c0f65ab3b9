import type { Viewer } from '../../../platform/session/session-provider';
import { type DecisionForm, EMPTY_FORM } from './decision-form';
import type { ProposalBegun } from './propose-state';

/** An empty form in the writer's own place, or about what they began from. */
export function begunForm({ link, scope }: ProposalBegun, { teams, organization }: Viewer): DecisionForm {
  const [own] = teams;
  const home = own
    ? ({ kind: 'TEAM', id: own.id, name: own.name } as const)
    : ({ kind: 'ORGANIZATION', id: organization.id, name: organization.name } as const);
  return {
    ...EMPTY_FORM,
    scope: scope ?? home,
    links: link ? [{ kind: link.kind, thingId: link.thingId, key: null, title: link.title, url: null }] : [],
  };
}

/** Where its draft lies: what is begun from one thing is another draft than what is begun from the next. */
export function draftPlace({ link, scope }: ProposalBegun): string {
  const about = link?.thingId ?? scope?.id;
  return about === undefined ? 'decision:new' : `decision:new:${about}`;
}
