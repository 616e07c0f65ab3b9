import { DECISION_PERSON_PART_TITLES, DECISION_PERSON_PARTS } from '@chapterhouse/domain/decisions/decision-fields';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { Moment } from '../../impediments/public';
import { DecisionLines } from '../decision-lines';
import { DecisionFlowPanel } from '../flow/decision-flow-panel';
import type { DecisionBodyProps } from './decision-body';
import { DecisionLinks } from './decision-links';
import { FileDay } from './file-day';
import { RevisitDay } from './revisit-day';

/** Who decides or decided it and how, who took part, what it touches, and what else was decided about the same. */
export function DecisionSide({ decision, onAnswer }: Omit<DecisionBodyProps, 'walk'>) {
  const { flow, state, people, proposedBy, proposedAt, related, brief, importedFrom, contentHash } = decision;
  return (
    <>
      {isFromElsewhere(decision) ? (
        <Group title="How it was decided">
          <p className="decision__none">Elsewhere, before it came here.</p>
        </Group>
      ) : (
        <DecisionFlowPanel flow={flow} state={state} onAnswer={onAnswer} />
      )}
      <dl className="decision-side__facts">
        <Fact label="Proposed">
          {proposedBy && (
            <>
              by <Link to={`/people/${proposedBy.id}`}>{proposedBy.name}</Link>,{' '}
            </>
          )}
          {proposedBy ? <Moment at={proposedAt} /> : <FileDay at={proposedAt} />}
        </Fact>
        {DECISION_PERSON_PARTS.map((part) => {
          const named = people.filter((one) => one.part === part);
          return named.length === 0 ? null : (
            <Fact key={part} label={DECISION_PERSON_PART_TITLES[part]}>
              <ul className="decision-side__people">
                {named.map(({ name, person }) => (
                  <li key={`${person?.id ?? ''} ${name}`}>
                    {person ? <Link to={`/people/${person.id}`}>{person.name}</Link> : name}
                  </li>
                ))}
              </ul>
            </Fact>
          );
        })}
        {(state === 'PROPOSED' || state === 'ACCEPTED') && (
          <Fact label="Look again">
            <RevisitDay decision={decision} />
          </Fact>
        )}
        {brief && (
          <Fact label="Answers">
            <Link to={`/briefs/${brief.id}`}>an escalation brief</Link>
          </Fact>
        )}
        {importedFrom !== '' && <Fact label="Imported from">{importedFrom}</Fact>}
        {contentHash !== null && (
          <Fact label="Seal">
            <code className="decision-side__hash" title={contentHash}>
              {contentHash.slice(0, 12)}
            </code>
            <p className="decision__none">
              A fingerprint of all it said when it was decided. Had a word changed since, it would not fit.
            </p>
          </Fact>
        )}
      </dl>
      <Group title="Touches">
        <DecisionLinks decision={decision} />
      </Group>
      {related.length > 0 && (
        <Group title="Related decisions">
          <DecisionLines decisions={related} />
        </Group>
      )}
    </>
  );
}

/** What is decided here says who decided it and by which delegation; of others neither is known. */
const isFromElsewhere = ({ state, decidedBy, flow }: DecisionBodyProps['decision']): boolean =>
  state !== 'PROPOSED' && decidedBy === null && flow.delegatedBy === null;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="decision-side__fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="decision-side__group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
