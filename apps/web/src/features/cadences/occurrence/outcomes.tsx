import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { notify } from '@chapterhouse/ui/toast';
import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { OUTCOME_TITLES } from '../meeting-words';
import { OccurrencePart } from './occurrence-part';
import { REMOVE_OUTCOME } from './occurrence.operations';
import { OutcomeDialog } from './outcome-dialog';
import type { ShownOccurrence } from './use-occurrence';

type Outcome = ShownOccurrence['outcomes'][number];

/** What came of it: decisions, impediments, actions, and what is worth a line. */
export function Outcomes({ occurrence }: { occurrence: ShownOccurrence }) {
  const { outcomes } = occurrence;
  const { person } = useViewer();
  const [adding, setAdding] = useState(false);
  const { act, pending, refusal, key } = useShownAct(REMOVE_OUTCOME);
  const allowed = can(occurrence, 'occurrence:add-outcome');
  const add = () => setAdding(true);
  useShortcut({ key: 'o', label: 'Add an outcome', when: allowed, run: add });
  const remove = async ({ id }: Outcome) => {
    if ((await act({ id, idempotencyKey: key() })) !== null) notify({ title: 'The outcome is removed.' });
  };
  if (!allowed && outcomes.length === 0) return null;
  return (
    <OccurrencePart
      title="Outcomes"
      count={outcomes.length}
      action={
        allowed && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={add}>
            Add an outcome
          </Button>
        )
      }
    >
      <RefusalNote refusal={refusal} />
      {outcomes.length === 0 && <p className="occurrence__none">Decisions, impediments and actions of this meeting.</p>}
      <ul className="outcomes">
        {outcomes.map((outcome) => (
          <li key={outcome.id} className="outcomes__one">
            <span className="outcomes__kind">{OUTCOME_TITLES[outcome.kind]}</span>
            <span className="outcomes__words">{wordsOf(outcome)}</span>
            {(outcome.by.id === person.id || can(occurrence, 'occurrence:remove-outcome')) && (
              <IconButton
                size="sm"
                label={`Remove the outcome ${nameOf(outcome)}`}
                icon={<Trash2 aria-hidden />}
                aria-busy={pending}
                onClick={() => void remove(outcome)}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <OutcomeDialog occurrence={occurrence} onClose={() => setAdding(false)} />}
    </OccurrencePart>
  );
}

const nameOf = ({ text, decision, impediment, action }: Outcome): string =>
  decision?.key ?? impediment?.key ?? `“${(action?.title ?? text).slice(0, 40)}”`;

function wordsOf({ text, decision, impediment, action }: Outcome): ReactNode {
  if (action) return `${action.title} · ${action.owner.name}`;
  const thing = decision
    ? { to: `/decisions/${decision.key}`, words: `${decision.key} ${decision.title}` }
    : impediment && { to: `/impediments/${impediment.key}`, words: `${impediment.key} ${impediment.title}` };
  return (
    <>
      {thing && <Link to={thing.to}>{thing.words}</Link>}
      {thing && text !== '' && ' · '}
      {text}
    </>
  );
}
