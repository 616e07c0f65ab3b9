import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Segments } from '@chapterhouse/ui/segments';
import { Send } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { BriefPreviewQuery } from '../../../generated/graphql';
import { TemplateField, useTemplateWords } from '../../communities/public';
import { BriefData } from './brief-data';
import { BriefFields, type BriefProblems, briefProblemsOf } from './brief-fields';
import { BriefSheet } from './brief-sheet';
import { LastBrief } from './last-brief';
import { SendBriefDialog } from './send-brief-dialog';
import { useBriefWords } from './use-brief-words';
import type { BriefedImpediment } from './write-brief-page';
import './write-brief.css';

export type WriteBriefProps = {
  impediment: BriefedImpediment;
  preview: BriefPreviewQuery['escalationBriefPreview'];
};

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
  const [problems, setProblems] = useState<BriefProblems>({});
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const { ask, proposal, answerBy } = words;

  // Filled once: what somebody wrote already stays, with the template's words below it.
  const [params, setParams] = useSearchParams();
  const template = params.get('template') ?? '';
  const { words: offered } = useTemplateWords(template);
  const setTemplate = (to: string) => setParams(to === '' ? {} : { template: to }, { replace: true });
  const fill = useEffectEvent((texts: ReadonlyMap<string, string>) => {
    words.setAsk(joined(ask, texts.get('ask')));
    words.setProposal(joined(proposal, texts.get('proposal')));
    setTemplate('');
    announce('The template is filled in.');
  });
  useEffect(() => {
    if (offered) fill(offered);
  }, [offered]);

  const check = () => {
    const found = briefProblemsOf(words);
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
        <TemplateField use="BRIEF" value={template} hint="Its words are added to yours." onChoose={setTemplate} />
        <BriefFields words={words} problems={problems} nobodyOffered={preview.offeredRecipients.length === 0} />
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

/** Twice the same is once. */
function joined(written: string, offered: string | undefined): string {
  if (offered === undefined || written.includes(offered)) return written;
  return written.trim() === '' ? offered : `${written}\n\n${offered}`;
}
