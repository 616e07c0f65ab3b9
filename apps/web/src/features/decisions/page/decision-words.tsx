import { type ReactNode, useId } from 'react';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { ArgumentList } from './argument-list';
import type { ShownDecision } from './decision-body';
import { OptionsCompared } from './options-compared';

/** Everything that it says, the answer first. What nobody wrote is left out. */
export function DecisionWords({ decision }: { decision: ShownDecision }) {
  const { state, context, drivers, options, chosenOption, outcome, rationale, gains, givesUp } = decision;
  const { consequences, confirmation, moreInformation } = decision;
  const chosen = chosenOption === null ? undefined : options[chosenOption];
  const open = state === 'PROPOSED';
  return (
    <>
      <Part title={open ? 'What is proposed' : 'What was decided'}>
        {chosen && <p className="decision__chosen">{chosen.title}</p>}
        {outcome === '' ? (
          !chosen && (
            <p className="decision__none">{open ? 'Nothing is written yet.' : 'The record says nothing about it.'}</p>
          )
        ) : (
          <div className="decision__outcome">
            <MarkdownText text={outcome} />
          </div>
        )}
      </Part>
      {rationale !== '' && (
        <Part title="Why">
          <MarkdownText text={rationale} />
        </Part>
      )}
      {gains.length + givesUp.length > 0 && (
        <Part title="Trade-offs">
          <div className="trade-offs">
            <TradeOff title="What we gain" lines={gains} none="Nothing is named." />
            <TradeOff title="What we give up" lines={givesUp} none="Nothing is named." />
          </div>
        </Part>
      )}
      {context !== '' && (
        <Part title="Context">
          <MarkdownText text={context} />
        </Part>
      )}
      {drivers.length > 0 && (
        <Part title="What it depends on">
          <ul className="decision__lines">
            {drivers.map((driver) => (
              <li key={driver}>
                <MarkdownText text={driver} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {options.length > 0 && (
        <Part title={options.length === 1 ? 'The option' : `${options.length} options compared`}>
          <OptionsCompared options={options} chosen={chosenOption} />
        </Part>
      )}
      {consequences.length > 0 && (
        <Part title="Consequences">
          <ArgumentList list={consequences} />
        </Part>
      )}
      {confirmation !== '' && (
        <Part title="How we see that it is lived">
          <MarkdownText text={confirmation} />
        </Part>
      )}
      {moreInformation !== '' && (
        <Part title="More">
          <MarkdownText text={moreInformation} />
        </Part>
      )}
    </>
  );
}

/** One part of the record, named. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="decision__part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

function TradeOff({ title, lines, none }: { title: string; lines: readonly string[]; none: string }) {
  return (
    <div className="trade-offs__side">
      <h4>{title}</h4>
      {lines.length === 0 ? (
        <p className="decision__none">{none}</p>
      ) : (
        <ul className="decision__lines">
          {lines.map((line) => (
            <li key={line}>
              <MarkdownText text={line} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
