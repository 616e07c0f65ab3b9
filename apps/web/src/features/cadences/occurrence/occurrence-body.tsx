import { ActionLines } from '../actions/action-lines';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { Answer } from './answer';
import { Invited } from './invited';
import { Notes } from './notes';
import { OccurrenceHead } from './occurrence-head';
import { OccurrencePart } from './occurrence-part';
import { Outcomes } from './outcomes';
import { RoleHints } from '../role-hints';
import type { ShownOccurrence } from './use-occurrence';
import { Neighbours } from './neighbours';
import './occurrence.css';

export type OccurrenceBodyProps = { occurrence: ShownOccurrence; layout: 'panel' | 'page' };

/** Everything of one date: what it is for, who comes, what was promised last time, what came of it. */
export function OccurrenceBody({ occurrence, layout }: OccurrenceBodyProps) {
  const { agenda, actions, cadence, state } = occurrence;
  const cancelled = state === 'CANCELLED';
  return (
    <div className={`occurrence occurrence--${layout}`}>
      <div className="occurrence__main">
        {/* A panel's title is one itself. */}
        {layout === 'page' && <h2 className="ch-visually-hidden">This date</h2>}
        <OccurrenceHead occurrence={occurrence} />
        {!cancelled && <Answer occurrence={occurrence} />}
        {cadence.hints.length > 0 && <RoleHints hints={cadence.hints} />}
        {agenda.trim() !== '' && (
          <OccurrencePart title="Agenda">
            <MarkdownText text={agenda} />
          </OccurrencePart>
        )}
        <OccurrencePart title="Actions" count={actions.length}>
          {actions.length === 0 ? (
            <p className="occurrence__none">Nothing that was promised before is open.</p>
          ) : (
            <ActionLines label="Actions" actions={actions} />
          )}
        </OccurrencePart>
        <Outcomes occurrence={occurrence} />
        <Notes occurrence={occurrence} />
      </div>
      <div className="occurrence__side">
        <Invited occurrence={occurrence} />
        <Neighbours occurrence={occurrence} />
      </div>
    </div>
  );
}
