import { mergePage } from '@chapterhouse/domain/communities/page-merge';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useSettled } from '../../../platform/page/use-settled';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { artifactAddress, pageAddress } from '../artifacts/artifact-addresses';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ConflictView } from '../editor/conflict-view';
import { useOffers } from '../editor/use-offers';
import { PageText } from '../page-text/page-text';
import { PROPOSE_CHANGE } from './proposals.operations';
import '../editor/page-editor.css';
import './proposals.css';

const CodeEditor = lazy(async () => ({ default: (await import('../editor/code-editor')).CodeEditor }));

export type ProposeFormProps = {
  artifact: ShownArtifact;
  page: { path: string; title: string; body: string };
  /** Of the version that is being read. */
  number: number;
};

/** The page as the reader would have it, and why; the words are kept in this browser until they are sent. */
export function ProposeForm({ artifact, page, number }: ProposeFormProps) {
  const navigate = useNavigate();
  const [body, setBody, clear, kept] = useDraft(`propose:${artifact.key}/${page.path}`, page.body);
  // Words that were thrown away, put back, or of another tab come into the editor; typed ones are there.
  const [typed, setTyped] = useState(body);
  const [cameIn, setCameIn] = useState(0);
  if (body !== typed) {
    setTyped(body);
    setCameIn(cameIn + 1);
  }
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(PROPOSE_CHANGE);
  // Words from before may have begun with an older version: what is new since is not to be undone by them.
  const isOlder = kept.from !== page.body && body !== page.body;
  const merged = isOlder ? mergePage(kept.from, body, page.body).text : null;
  const beginAnew = (text: string) => {
    kept.discard();
    setBody(text);
  };
  const bringUp = useEffectEvent((text: string) => {
    beginAnew(text);
    notify({ title: 'The page changed since you began. Your words are in the new version of it.' });
  });
  useEffect(() => {
    if (merged !== null) bringUp(merged);
  }, [merged]);
  const preview = useSettled(body, 200);
  const offers = useOffers({ artifactKey: artifact.key, pages: artifact.current?.pages ?? [] });
  const same = body === page.body;
  const missing = why.trim() === '' ? 'Say why, in a sentence.' : undefined;
  const send = async () => {
    setTried(true);
    if (missing !== undefined || same) return;
    const done = await act({
      artifactId: artifact.id,
      pagePath: page.path,
      baseNumber: number,
      body,
      why: why.trim(),
      idempotencyKey: key(),
    });
    if (done === null) return;
    clear();
    notify({ title: 'Your proposal is with the community.' });
    await navigate(`${artifactAddress(artifact.key)}/proposals/${done.proposeChange.id}`);
  };
  if (isOlder && merged === null) {
    return <ConflictView base={kept.from} mine={body} theirs={page.body} onChosen={beginAnew} />;
  }
  return (
    <form
      className="propose"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>Propose a change of {page.title}</h2>
      <TextField
        label="Why"
        value={why}
        error={(tried ? missing : undefined) ?? refusal?.fields['why']}
        onChange={(event) => setWhy(event.target.value)}
      />
      <DraftNote draft={kept} />
      <div className="page-editor" data-view="both">
        <div className="page-editor__sides">
          <div className="page-editor__side">
            <Suspense fallback={<Skeleton lines={12} label="Loading the editor" />}>
              <CodeEditor
                label={`Text of ${page.title}, Markdown`}
                text={body}
                cameIn={cameIn}
                offers={offers}
                onChange={(text) => {
                  setTyped(text);
                  setBody(text);
                }}
              />
            </Suspense>
          </div>
          <section className="page-editor__side page-editor__side--preview" aria-label={`Preview of ${page.title}`}>
            <PageText
              text={preview}
              place={{
                key: artifact.key,
                path: page.path,
                paths: artifact.current?.pages.map(({ path }) => path) ?? [],
                to: (path) => pageAddress(artifact.key, path),
              }}
            />
          </section>
        </div>
      </div>
      {tried && same && <p role="alert">Nothing is changed yet: write the page as you would have it.</p>}
      <RefusalNote refusal={refusal} fieldsShown={['why']} />
      <div className="proposal__ways">
        <Button type="submit" variant="primary" pending={pending}>
          Propose it
        </Button>
        <Link className={buttonLook({ variant: 'ghost' })} to={pageAddress(artifact.key, page.path)}>
          Back to the page
        </Link>
      </div>
    </form>
  );
}
