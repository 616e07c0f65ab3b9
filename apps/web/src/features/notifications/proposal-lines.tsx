import { classNames } from '@chapterhouse/ui/class-names';
import type { WaitingDecisionFragment } from '../../generated/graphql';
import { can } from '../../platform/session/can';
import { useViewer } from '../../platform/session/session-provider';
import { Moment } from '../impediments/public';
import { DecisionWorkLine } from './decision-work-line';

const WANTED = { CONSENT: 'your consent', ADVICE: 'your advice' } as const;

/** Proposals that need this person's word: what is wanted, and by when; the most urgent first. */
export function ProposalLines({ proposals }: { proposals: readonly WaitingDecisionFragment[] }) {
  const { person } = useViewer();
  return (
    <ul className="my-work__lines">
      {byDue(proposals).map(({ proposal, ask }) => {
        const { id, proposedBy } = proposal;
        const wanted = ask === undefined ? 'your decision' : WANTED[ask.kind];
        const asker = proposedBy === null || proposedBy.id === person.id ? null : proposedBy.name;
        const words = asker === null ? `It needs ${wanted}` : `${asker} asks for ${wanted}`;
        return <DecisionWorkLine key={id} decision={proposal} due={ask && <Due ask={ask} />} words={words} />;
      })}
    </ul>
  );
}

type AskFacts = WaitingDecisionFragment['flow']['asks'][number];

/** A consent is waited for, however late; an advice is not: it can be decided without. */
function Due({ ask: { kind, dueAt, overdue } }: { ask: AskFacts }) {
  if (overdue && kind === 'ADVICE') return <span className="my-work__due">you may still advise</span>;
  return (
    <span className={classNames('my-work__due', overdue && 'my-work__due--over')}>
      {overdue ? 'was due' : 'due'} <Moment at={dueAt} />
    </span>
  );
}

/** The ask that the viewer answers, if any; without one it waits to be accepted or rejected. */
function byDue(proposals: readonly WaitingDecisionFragment[]) {
  return proposals
    .map((proposal) => ({
      proposal,
      ask: proposal.flow.asks.find((one) => one.answer === null && can(one, 'decision:answer')),
    }))
    .toSorted(
      (a, b) =>
        // What has no time comes after what has one.
        Number(a.ask === undefined) - Number(b.ask === undefined) ||
        (a.ask?.dueAt ?? '').localeCompare(b.ask?.dueAt ?? '') ||
        a.proposal.proposedAt.localeCompare(b.proposal.proposedAt),
    );
}
