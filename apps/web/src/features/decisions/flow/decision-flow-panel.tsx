import { workingHours } from '@chapterhouse/domain/decisions/delegation-words';
import { type ReactNode, useId } from 'react';
import type { DecisionFlowFactsFragment, DecisionState } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { momentWords } from '../../../platform/dates/day-words';
import { Moment, useNow } from '../../impediments/public';
import { levelWords } from '../delegation-words';
import { allOf, oneOf } from '../name-list';
import { AskLine } from './ask-line';
import { askTitle, standInNote, vacancies } from './flow-words';
import './decision-flow-panel.css';

export type DecisionFlowPanelProps = {
  flow: DecisionFlowFactsFragment;
  /** Of a decision that stands; left out while it is being written: then everything is what would happen. */
  state?: DecisionState;
  /** Opens the answer to a consent or an advice; without it none is given here. */
  onAnswer?: (askId: string) => void;
  /** Where the panel stands under a heading of that depth. */
  level?: 2 | 3;
};

/** Who may accept it, whose consent or advice comes first, who is told, and whether and until when it can be vetoed. */
export function DecisionFlowPanel({ flow, state, onAnswer, level = 2 }: DecisionFlowPanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const open = state === undefined || state === 'PROPOSED';
  return (
    <section className="decision-flow" aria-labelledby={id}>
      <header className="decision-flow__head">
        <Heading id={id}>{open ? 'How it is decided' : 'How it was decided'}</Heading>
        <p className="decision-flow__level">
          <strong>{levelWords(flow.level)}</strong>
          <span>{flow.delegatedBy ? `delegated by ${flow.delegatedBy.name}` : 'nobody delegated it'}</span>
        </p>
      </header>
      <p className="decision-flow__sentence">{flow.sentence}</p>
      <dl className="decision-flow__facts">
        {open && <MayAccept flow={flow} />}
        {flow.asks.map((ask) => (
          <Row key={ask.id} term={askTitle(ask.kind)}>
            <AskLine ask={ask} open={open} {...(onAnswer && { onAnswer })} />
          </Row>
        ))}
        {state === undefined &&
          flow.willAsk.map(({ kind, ofWhom, people, dueAt }) => (
            <Row key={`${kind} ${ofWhom}`} term={askTitle(kind)}>
              <p>{ofWhom}</p>
              <p className="decision-flow__quiet">
                {people.length > 0 ? `${oneOf(people)}, ` : 'Nobody answers for it now, '}
                due <Until at={dueAt} />
              </p>
            </Row>
          ))}
        {open && (
          <Row term="Will be told">
            {flow.willTell.length === 0 ? (
              <p className="decision-flow__quiet">nobody</p>
            ) : (
              <p>{allOf(flow.willTell)}</p>
            )}
          </Row>
        )}
        {!open && flow.willTell.length > 0 && (
          <Row term="Was told">
            <p>{allOf(flow.willTell)}</p>
          </Row>
        )}
        <Veto flow={flow} state={state} />
      </dl>
      {open && <Vacancies flow={flow} />}
      {open && flow.waitsFor.length > 0 && (
        <div className="decision-flow__waits" role="note" aria-label="What it waits for">
          <ul>
            {flow.waitsFor.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Said before anybody proposes it: nothing but a person in the role, or another delegation, helps. */
function Vacancies({ flow }: { flow: DecisionFlowFactsFragment }) {
  const missing = vacancies(flow);
  if (missing.length === 0) return null;
  return (
    <div className="decision-flow__waits" role="note" aria-label="Who is missing">
      <p>
        Nobody answers for {allOf(missing.map((name) => ({ name })))} now: until somebody does, it cannot be accepted.
        An Administrator can give somebody the role. An Administrator, or whoever is accountable here or above, can
        change the delegation board for what is proposed from then on.
      </p>
    </div>
  );
}

function MayAccept({ flow }: { flow: DecisionFlowFactsFragment }) {
  const { person } = useViewer();
  // Who delegated it for good plays no part.
  const note = flow.level === 'DELEGATE' ? null : standInNote(flow);
  const own = flow.mayAccept.some(({ id }) => id === person.id);
  return (
    <Row term="May accept">
      <p>
        {flow.mayAcceptWords}
        {own && <span className="decision-flow__you">you may</span>}
      </p>
      {flow.mayAccept.length === 0 ? (
        <p className="decision-flow__missing">Nobody answers for it now: the role is vacant.</p>
      ) : (
        <p className="decision-flow__quiet">{oneOf(flow.mayAccept)}</p>
      )}
      {note !== null && <p className="decision-flow__quiet">{note}</p>}
    </Row>
  );
}

/** In force at once; the veto takes it back, by who is accountable, while its time runs. */
function Veto({ flow, state }: { flow: DecisionFlowFactsFragment; state: DecisionState | undefined }) {
  const { vetoHours, vetoEndsAt, accountable } = flow;
  if (vetoHours === 0) {
    return state === undefined || state === 'PROPOSED' ? (
      <Row term="Veto">
        <p className="decision-flow__quiet">none</p>
      </Row>
    ) : null;
  }
  const who = accountable.holder?.name;
  if (state !== 'ACCEPTED' || vetoEndsAt === null) {
    if (state !== undefined && state !== 'PROPOSED') return null;
    return (
      <Row term="Veto">
        <p>
          {workingHours(vetoHours)} from acceptance
          {who !== undefined && `, by ${who}`}
        </p>
        {vetoEndsAt !== null && (
          <p className="decision-flow__quiet">
            If it were accepted now: until <Until at={vetoEndsAt} />
          </p>
        )}
      </Row>
    );
  }
  return (
    <Row term="Veto">
      <VetoWindow vetoEndsAt={vetoEndsAt} who={who} />
    </Row>
  );
}

function VetoWindow({ vetoEndsAt, who }: { vetoEndsAt: string; who: string | undefined }) {
  const over = Date.parse(vetoEndsAt) <= useNow();
  return over ? (
    <p className="decision-flow__quiet">
      The time for it ended <Until at={vetoEndsAt} />: it stands.
    </p>
  ) : (
    <p>
      Open until <Until at={vetoEndsAt} />
      {who !== undefined && `, by ${who}`}
    </p>
  );
}

/** "9 March 2026, 14:05 (in 2 days)" */
function Until({ at }: { at: string }) {
  const { timeZone } = useViewer().organization;
  return (
    <>
      <time dateTime={at}>{momentWords(at, timeZone)}</time> (<Moment at={at} />)
    </>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="decision-flow__fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
