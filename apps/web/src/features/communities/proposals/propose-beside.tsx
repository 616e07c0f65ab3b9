import { readChecklistText } from '@chapterhouse/domain/communities/checklist-text';
import { type ProposedPlace, proposedProblems, proposedText } from '@chapterhouse/domain/communities/proposed-text';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useSettled } from '../../../platform/page/use-settled';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { artifactAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { StepList } from '../checklists/step-list';
import { PROPOSE_CHANGE } from './proposals.operations';
import '../editor/page-editor.css';
import './proposals.css';

const CodeEditor = lazy(async () => ({ default: (await import('../editor/code-editor')).CodeEditor }));
const TreeSides = lazy(async () => ({ default: (await import('../trees/tree-sides')).TreeSides }));

export type ProposeBesideProps = {
  artifact: ShownArtifact;
  place: Exclude<ProposedPlace, 'page'>;
  /** As it is published: steps as lines, or the tree as Mermaid text. */
  published: string;
  /** Of the version that is being read. */
  number: number;
};

/** The steps or the tree as the reader would have them, and why; kept in this browser until they are sent. */
export function ProposeBeside({ artifact, place, published, number }: ProposeBesideProps) {
  const navigate = useNavigate();
  // By the version that it began from: what was published since is not undone by it.
  const [body, setBody, clear, kept] = useDraft(`propose:${artifact.key}/${place}@${number}`, published);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(PROPOSE_CHANGE);
  const text = proposedText(place, body);
  const missing = why.trim() === '' ? 'Say why, in a sentence.' : undefined;
  const [wrong] = tried ? proposedProblems(place, text) : [];
  const same = text === proposedText(place, published);
  const send = async () => {
    setTried(true);
    if (missing !== undefined || same || proposedProblems(place, text).length > 0) return;
    const done = await act({
      artifactId: artifact.id,
      pagePath: place,
      baseNumber: number,
      body: text,
      why: why.trim(),
      idempotencyKey: key(),
    });
    if (done === null) return;
    clear();
    notify({ title: 'Your proposal is with the community.' });
    await navigate(`${artifactAddress(artifact.key)}/proposals/${done.proposeChange.id}`);
  };
  return (
    <section className="propose" aria-labelledby="propose-title">
      <h2 id="propose-title">Propose a change of {artifact.title}</h2>
      <TextField
        label="Why"
        value={why}
        error={(tried ? missing : undefined) ?? refusal?.fields['why']}
        onChange={(event) => setWhy(event.target.value)}
      />
      <DraftNote draft={kept} />
      <Suspense fallback={<Skeleton lines={12} label="Loading the editor" />}>
        {place === 'tree' ? (
          <TreeSides
            title={artifact.title}
            text={body}
            now={() => body}
            readOnly={false}
            onChange={setBody}
            onSave={() => void send()}
            state={null}
          />
        ) : (
          <StepsText title={artifact.title} text={body} onChange={setBody} />
        )}
      </Suspense>
      {tried && same && <p role="alert">Nothing is changed yet: write it as you would have it.</p>}
      {wrong && <p role="alert">{wrong.problem}</p>}
      <RefusalNote refusal={refusal} fieldsShown={['why']} />
      <div className="proposal__ways">
        <Button variant="primary" pending={pending} onClick={() => void send()}>
          Propose it
        </Button>
        <Link className={buttonLook({ variant: 'ghost' })} to={artifactAddress(artifact.key)}>
          Back
        </Link>
      </div>
    </section>
  );
}

/** Steps as lines, and beside them as they are read. */
function StepsText({ title, text, onChange }: { title: string; text: string; onChange: (text: string) => void }) {
  // Words that were thrown away, put back, or of another tab come into the editor; typed ones are there.
  const [typed, setTyped] = useState(text);
  const [cameIn, setCameIn] = useState(0);
  if (text !== typed) {
    setTyped(text);
    setCameIn(cameIn + 1);
  }
  const { steps } = readChecklistText(useSettled(text, 200));
  return (
    <>
      <p id="steps-as-text">
        Each step is a line that begins with <code>- [ ]</code>. Two spaces before it make it a part of the step above;
        lines below it are its hint.
      </p>
      <div className="page-editor" data-view="both">
        <div className="page-editor__sides">
          <div className="page-editor__side">
            <CodeEditor
              label={`Steps of ${title}`}
              describedBy="steps-as-text"
              text={text}
              cameIn={cameIn}
              onChange={(words) => {
                setTyped(words);
                onChange(words);
              }}
            />
          </div>
          <section className="page-editor__side page-editor__side--preview" aria-label={`Preview of ${title}`}>
            <StepList steps={steps.map((step, index) => ({ ...step, id: String(index) }))} />
          </section>
        </div>
      </div>
    </>
  );
}
