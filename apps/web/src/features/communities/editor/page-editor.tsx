import { announce } from '@chapterhouse/ui/live-region';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { DraftPagePartsFragment, PageLinePartsFragment } from '../../../generated/graphql';
import { PICTURES } from '../../../platform/files/upload-image';
import { PictureButton } from '../../../platform/markdown/picture-button';
import { PictureUploads } from '../../../platform/markdown/picture-uploads';
import { usePicturesFor } from '../../../platform/markdown/use-picture-uploads';
import { useSettled } from '../../../platform/page/use-settled';
import { draftAddress } from '../artifacts/artifact-addresses';
import { PageText } from '../page-text/page-text';
import { BrokenLinks } from './broken-links';
import type { EditorHands } from './code-editor';
import { ConflictView } from './conflict-view';
import { EditorToolbar } from './editor-toolbar';
import { insertAt } from './format-text';
import { LinkDialog } from './link-dialog';
import { SaveState } from './save-state';
import { useOffers } from './use-offers';
import { usePageWriter } from './use-page-writer';
import './page-editor.css';

const CodeEditor = lazy(async () => ({ default: (await import('./code-editor')).CodeEditor }));

export type PageEditorProps = {
  artifact: { id: string; key: string };
  draftId: string;
  page: DraftPagePartsFragment;
  pages: readonly PageLinePartsFragment[];
};

const VIEWS = [
  { value: 'both', label: 'Both' },
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
] as const;

/** Whether the text and how it will look stand beside one another. */
const hasRoom = () => window.matchMedia?.('(min-width: 75rem)').matches ?? true;

/** A page being written: the text, how it will look, and whether it is saved. Another page needs a `key`. */
export function PageEditor({ artifact, draftId, page, pages }: PageEditorProps) {
  const { writing, writer } = usePageWriter(artifact, page, draftId);
  const { text, status, conflict, cameIn } = writing;
  const [view, setView] = useState<'both' | 'write' | 'preview'>(() => (hasRoom() ? 'both' : 'write'));
  const [linking, setLinking] = useState(false);
  const hands = useRef<EditorHands>(null);
  const linked = { artifactKey: artifact.key, pages };
  const offers = useOffers(linked);
  const { uploads, take, again, remove } = usePicturesFor(
    (words) => hands.current?.insertParagraph(words) ?? false,
    PICTURES,
  );
  // A long page is drawn anew when the person pauses, not at every key.
  const shown = useSettled(text, 200);
  useEffect(() => {
    if (cameIn > 0) announce('What somebody else wrote is in the text.');
  }, [cameIn]);
  useEffect(() => {
    if (status === 'conflict') announce('Somebody else wrote in the same place. Choose what stays.', { urgent: true });
  }, [status]);

  const [chosen, setChosen] = useState(false);
  if (conflict) {
    const choose = (words: string) => {
      setChosen(true);
      writer.resolve(words);
    };
    return <ConflictView base={conflict.base} mine={text} theirs={conflict.body} onChosen={choose} />;
  }
  return (
    <section className="page-editor" aria-label={`Write ${page.title}`} data-view={view}>
      <div className="page-editor__bar">
        <EditorToolbar hands={hands} onLink={() => setLinking(true)}>
          <PictureButton accept={PICTURES.accept ?? 'image/*'} onFiles={take} />
        </EditorToolbar>
        <Segments label="What is shown" value={view} onChange={setView} options={VIEWS} />
        <SaveState writing={writing} onSave={() => void writer.save()} />
      </div>
      <PictureUploads uploads={uploads} onAgain={again} onRemove={remove} />
      <div className="page-editor__sides">
        {/* Kept while the preview alone is shown: undo and the caret stay. */}
        <div className="page-editor__side page-editor__side--write" hidden={view === 'preview'}>
          <Suspense fallback={<Skeleton lines={12} label="Loading the editor" />}>
            <CodeEditor
              ref={hands}
              label={`Text of ${page.title}, Markdown`}
              text={text}
              cameIn={cameIn}
              takesFocus={chosen}
              placeholder="Write in Markdown. @ names people, # things. Drop pictures here."
              onChange={writer.type}
              onFiles={take}
              offers={offers}
              onSave={() => void writer.save()}
            />
          </Suspense>
        </div>
        <section
          className="page-editor__side page-editor__side--preview"
          aria-label={`Preview of ${page.title}`}
          hidden={view === 'write'}
        >
          <PageText
            text={shown}
            place={{
              key: artifact.key,
              path: page.path,
              paths: pages.map(({ path }) => path),
              to: (path) => draftAddress(artifact.key, path),
            }}
          />
        </section>
      </div>
      <BrokenLinks links={page.brokenLinks} onGo={(line) => hands.current?.goToLine(line)} />
      {linking && (
        <LinkDialog
          linked={linked}
          onLink={(markdown) => hands.current?.edit((all, _from, to) => insertAt(all, to, markdown))}
          onClose={() => setLinking(false)}
        />
      )}
    </section>
  );
}
