import { briefProblems } from '@chapterhouse/domain/impediments/brief-fields';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { RecipientsField } from './recipients-field';
import type { BriefWritten } from './use-brief-words';

/** By field. */
export type BriefProblems = Partial<Record<string, string>>;

export type BriefFieldsProps = { words: BriefWritten; problems: BriefProblems; nobodyOffered: boolean };

/** What somebody says in a brief, whom they ask, and until when. */
export function BriefFields({ words, problems, nobodyOffered }: BriefFieldsProps) {
  return (
    <>
      <TextArea
        label="What is asked"
        hint="The one decision that somebody can say yes or no to."
        rows={3}
        value={words.ask}
        error={problems['ask']}
        onChange={(event) => words.setAsk(event.target.value)}
      />
      <DraftNote draft={words.drafts.ask} />
      <TextArea
        label="Proposed change"
        hint="What would keep it from coming back; other options, and what happens if nothing is done."
        rows={6}
        value={words.proposal}
        error={problems['proposal']}
        onChange={(event) => words.setProposal(event.target.value)}
      />
      <DraftNote draft={words.drafts.proposal} />
      <RecipientsField
        values={words.recipients}
        onChange={words.setRecipients}
        hint={
          nobodyOffered
            ? 'Nobody holds the role of the top level today: choose who can decide this.'
            : 'Offered: who holds the role of the top level. One of them answers for all.'
        }
        error={problems['recipientIds']}
      />
      <TextField
        label="Answer needed by"
        type="date"
        min={words.today}
        value={words.answerBy}
        error={problems['answerBy']}
        onChange={(event) => words.setAnswerBy(event.target.value)}
      />
      <DraftNote draft={words.drafts.choices} what="choices" />
    </>
  );
}

/** By field; the server says the same again, should somebody come around this. */
export function briefProblemsOf(words: BriefWritten): BriefProblems {
  const found = briefProblems(briefInputOf(words), words.today);
  return Object.fromEntries(found.map(({ field, problem }) => [field, problem]));
}

export function briefInputOf({ ask, proposal, answerBy, recipients }: BriefWritten) {
  return { ask, proposal, answerBy, recipientIds: recipients.map(({ id }) => id) };
}
