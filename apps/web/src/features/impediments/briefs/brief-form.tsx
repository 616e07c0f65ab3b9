import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { type ReactNode, useState } from 'react';
import type { BriefPreviewQuery, SendEscalationBriefInput } from '../../../generated/graphql';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { BriefData } from './brief-data';
import { BriefFields, briefInputOf, type BriefProblems, briefProblemsOf } from './brief-fields';
import { BRIEF_PREVIEW } from './briefs.operations';
import { useBriefWords } from './use-brief-words';
import './brief-form.css';

export type BriefFormProps = {
  impediment: { id: string; key: string };
  submit: string;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** Before the fields of the brief: what else is asked where it is sent from. */
  children?: ReactNode;
  /** True once it is sent: what was written is let go. */
  onSend: (brief: SendEscalationBriefInput) => Promise<boolean>;
};

/** A brief where an impediment is spoken about: the same fields and drafts as on its own screen, the data below them. */
export function BriefForm(props: BriefFormProps) {
  const { data, error, refetch } = useQuery(BRIEF_PREVIEW, {
    variables: { impedimentId: props.impediment.id },
    fetchPolicy: 'cache-and-network',
  });
  if (data) return <Form {...props} preview={data.escalationBriefPreview} />;
  if (!error) return <Skeleton lines={6} label="Computing the data of the brief" />;
  return (
    <RefusalNote
      refusal={shownRefusal(error)}
      action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
    />
  );
}

type FormProps = BriefFormProps & { preview: BriefPreviewQuery['escalationBriefPreview'] };

function Form({ impediment, submit, pending, refusal, children, onSend, preview }: FormProps) {
  const words = useBriefWords(impediment.key, { ask: '', proposal: '', offered: preview.offeredRecipients });
  const [problems, setProblems] = useState<BriefProblems>({});
  const send = async () => {
    const found = briefProblemsOf(words);
    setProblems(found);
    if (Object.keys(found).length > 0) announce(Object.values(found).join(' '));
    else if (await onSend(briefInputOf(words))) words.clear();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field
    <form
      className="brief-form"
      aria-label={`Brief of ${impediment.key}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={sendByKey}
    >
      {children}
      <BriefFields
        words={words}
        problems={{ ...refusal?.fields, ...problems }}
        nobodyOffered={preview.offeredRecipients.length === 0}
      />
      <details className="brief-form__data">
        <summary>The data that goes with it</summary>
        <BriefData data={preview.data} />
      </details>
      <RefusalNote refusal={refusal} fieldsShown={['ask', 'proposal', 'recipientIds', 'answerBy', 'reason', 'level']} />
      <div className="brief-form__send">
        <Button type="submit" variant="primary" pending={pending}>
          {submit} <Kbd>Ctrl ↵</Kbd>
        </Button>
      </div>
    </form>
  );
}
