import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Check, X } from 'lucide-react';
import type { InvitationAnswer } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useNow } from '../../impediments/public';
import { ANSWER_TITLES } from '../meeting-words';
import { ANSWER_OCCURRENCE } from './occurrence.operations';
import type { ShownOccurrence } from './use-occurrence';

const ANSWERS: readonly InvitationAnswer[] = ['COMING', 'NOT_COMING'];

/** Whether one comes; pressed once more it is open again. */
export function Answer({ occurrence }: { occurrence: ShownOccurrence }) {
  const { person } = useViewer();
  const { act, pending, refusal, key } = useShownAct(ANSWER_OCCURRENCE);
  const own = occurrence.invited.find((one) => one.person.id === person.id);
  const over = useNow() >= Date.parse(occurrence.endsAt);
  if (!own || over || !can(occurrence, 'occurrence:answer')) return null;
  const choose = async (answer: InvitationAnswer) => {
    const next = own.answer === answer ? null : answer;
    if ((await act({ id: occurrence.id, answer: next, idempotencyKey: key() })) === null) return;
    announce(next === null ? 'Your answer is open again.' : `Your answer: ${ANSWER_TITLES[next]}.`);
  };
  return (
    <div className="occurrence__answer">
      <fieldset aria-label="Do you come?">
        {ANSWERS.map((answer) => (
          <Button
            key={answer}
            size="sm"
            icon={answer === 'COMING' ? <Check aria-hidden /> : <X aria-hidden />}
            aria-pressed={own.answer === answer}
            pending={pending}
            onClick={() => void choose(answer)}
          >
            {ANSWER_TITLES[answer]}
          </Button>
        ))}
      </fieldset>
      {own.away && <span className="occurrence__quiet">You are away on that day.</span>}
      <RefusalNote refusal={refusal} />
    </div>
  );
}
