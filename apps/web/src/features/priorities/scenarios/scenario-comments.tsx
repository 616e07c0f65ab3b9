import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { TextArea } from '@chapterhouse/ui/text-area';
import { announce } from '@chapterhouse/ui/live-region';
import { useState } from 'react';
import type { ScenarioRecordFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { COMMENT_ON_SCENARIO } from './scenario-acts.operations';
import { useShownScenario } from './scenario-page';
import './scenario-comments.css';

/** What others say to it. */
export function ScenarioComments() {
  const scenario = useShownScenario();
  const { comments, state } = scenario;
  return (
    <div className="scenario-comments">
      {comments.length === 0 && (
        <p className="scenario-comments__none">
          {state === 'DRAFT'
            ? 'Nobody else sees this scenario. Share it to ask for comments.'
            : 'Nobody has said anything yet.'}
        </p>
      )}
      {comments.length > 0 && (
        <ol aria-label="Comments">
          {comments.map(({ id, by, at, text }) => (
            <li key={id}>
              <Avatar name={by.name} />
              <div>
                <p className="scenario-comments__by">
                  <strong>{by.name}</strong> <Moment at={at} />
                </p>
                <p className="scenario-comments__text">{text}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {can(scenario, 'scenario:comment') && <CommentForm key={scenario.id} scenario={scenario} />}
    </div>
  );
}

function CommentForm({ scenario: { id } }: { scenario: ScenarioRecordFragment }) {
  const [text, setText, clearDraft, draft] = useDraft(`scenario-comment:${id}`);
  const [tried, setTried] = useState(false);
  const { act, sendingKey, pending, refusal } = useStepAct(COMMENT_ON_SCENARIO);
  const send = async () => {
    setTried(true);
    if (text.trim() === '') return;
    const done = await act({ id, text, idempotencyKey: sendingKey() });
    if (done === null) return;
    clearDraft();
    setTried(false);
    announce('Your comment is there.');
  };
  return (
    <form
      className="scenario-comments__form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label="Your comment"
        rows={3}
        value={text}
        error={(tried && text.trim() === '' ? 'Write what you think of it.' : undefined) ?? refusal?.fields['text']}
        onChange={(event) => setText(event.target.value)}
      />
      <DraftNote draft={draft} />
      <RefusalNote refusal={refusal} fieldsShown={['text']} />
      <Button type="submit" pending={pending}>
        Comment
      </Button>
    </form>
  );
}
