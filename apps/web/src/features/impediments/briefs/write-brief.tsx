import { briefProblems } from '@chapterhouse/domain/impediments/brief-fields';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Segments } from '@chapterhouse/ui/segments';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { BriefPreviewQuery } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { BriefData } from './brief-data';
import { BriefSheet } from './brief-sheet';
import { LastBrief } from './last-brief';
import { RecipientsField } from './recipients-field';
import { SendBriefDialog } from './send-brief-dialog';
import { type BriefWritten, useBriefWords } from './use-brief-words';
import type { BriefedImpediment } from './write-brief-page';
import './write-brief.css';

export type WriteBriefProps = {
  impediment: BriefedImpediment;
  preview: BriefPreviewQuery['escalationBriefPreview'];
};

type Problems = Partial<Record<string, string>>;

const LOOKS = [
  { value: 'data', label: 'The data' },
  { value: 'preview', label: 'As it is sent' },
] as const;

/** The words on one side, on the other what goes with them: the data, or the whole as its recipients will read it. */
export function WriteBrief({ impediment, preview }: WriteBriefProps) {
  const { key, briefs } = impediment;
  const [last] = briefs;
  const returned = last?.state === 'RETURNED' ? last.data : null;
  const words = useBriefWords(key, {
    ask: returned?.ask ?? '',
    proposal: returned?.proposal ?? '',
    offered: preview.offeredRecipients,
  });
  const [look, setLook] = useState<'data' | 'preview'>('data');
  const [problems, setProblems] = useState<Problems>({});
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const { ask, proposal, answerBy } = words;

  const check = () => {
    const found = problemsOf(words);
    setProblems(found);
    if (Object.keys(found).length === 0) setAsking(true);
    else announce(Object.values(found).join(' '));
  };
  return (
    <div className="write-brief">
      <form
        className="write-brief__form"
        aria-label="Words of the brief"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        {last && <LastBrief brief={last} />}
        <Words words={words} problems={problems} />
        <RecipientsField
          values={words.recipients}
          onChange={words.setRecipients}
          hint={
            preview.offeredRecipients.length === 0
              ? 'Nobody holds the role of the top level today: choose who can decide this.'
              : 'Offered: who holds the role of the top level. One of them answers for all.'
          }
          error={problems['recipientIds']}
        />
        <TextField
          label="Answer needed by"
          type="date"
          min={words.today}
          value={answerBy}
          error={problems['answerBy']}
          onChange={(event) => words.setAnswerBy(event.target.value)}
        />
        <DraftNote draft={words.drafts.choices} what="choices" />
        <div className="write-brief__send">
          <Button type="submit" variant="primary" icon={<Send aria-hidden />}>
            Send … <Kbd>Ctrl ↵</Kbd>
          </Button>
        </div>
      </form>
      <div className="write-brief__beside">
        <Segments label="Shown beside the words" value={look} onChange={setLook} options={LOOKS} />
        {look === 'data' ? (
          <section aria-label="The data">
            <p className="write-brief__hint">
              Computed from the records; it is frozen as it stands in the moment of sending.
            </p>
            <BriefData data={preview.data} />
          </section>
        ) : (
          <BriefSheet data={{ ...preview.data, ask, proposal, answerBy: answerBy === '' ? null : answerBy }} />
        )}
      </div>
      {asking && (
        <SendBriefDialog
          impediment={impediment}
          words={words}
          onClose={() => setAsking(false)}
          onRefused={(fields) => {
            setProblems(fields);
            setAsking(false);
          }}
          onSent={(id) => {
            words.clear();
            announce(`The brief of ${key} is sent.`);
            void navigate(`/briefs/${id}`, { replace: true });
          }}
        />
      )}
    </div>
  );
}

function Words({ words, problems }: { words: BriefWritten; problems: Problems }) {
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
    </>
  );
}

/** By field; the server says the same again, should somebody come around this. */
function problemsOf({ ask, proposal, answerBy, recipients, today }: BriefWritten): Problems {
  const input = { ask, proposal, answerBy, recipientIds: recipients.map(({ id }) => id) };
  return Object.fromEntries(briefProblems(input, today).map(({ field, problem }) => [field, problem]));
}
