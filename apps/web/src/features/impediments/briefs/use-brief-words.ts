import { useDraft } from '../../../platform/drafts/use-draft';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { type BriefChoices, readChoices, type Recipient, writeChoices } from './brief-choices';

/** Days that an answer is given unless somebody says otherwise. */
const USUAL_DAYS = 7;

export type BriefBegun = {
  /** Of the brief that more was needed of: what it said is where the next one begins. */
  ask: string;
  proposal: string;
  /** Who holds the role of the top level. */
  offered: readonly Recipient[];
};

/** What somebody writes in a brief of this impediment, and whom they ask; all of it survives as drafts. */
export function useBriefWords(key: string, begun: BriefBegun) {
  const today = useToday();
  const [ask, setAsk, clearAsk, askDraft] = useDraft(`brief-ask:${key}`, begun.ask);
  const [proposal, setProposal, clearProposal, proposalDraft] = useDraft(`brief-proposal:${key}`, begun.proposal);
  const [chosen, setChosen, clearChosen, choicesDraft] = useDraft(`brief-choices:${key}`);
  const choices = readChoices(chosen);
  const choose = (more: Partial<BriefChoices>) => setChosen(writeChoices({ ...choices, ...more }));
  return {
    ask,
    setAsk,
    proposal,
    setProposal,
    answerBy: choices.answerBy ?? addDays(today, USUAL_DAYS),
    setAnswerBy: (answerBy: string) => choose({ answerBy }),
    recipients: choices.recipients ?? [...begun.offered],
    setRecipients: (recipients: Recipient[]) => choose({ recipients }),
    today,
    drafts: { ask: askDraft, proposal: proposalDraft, choices: choicesDraft },
    clear: () => {
      clearAsk();
      clearProposal();
      clearChosen();
    },
  };
}

export type BriefWritten = ReturnType<typeof useBriefWords>;
