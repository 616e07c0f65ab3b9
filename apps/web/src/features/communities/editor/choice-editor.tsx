import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { type Chunk, getChunks, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { editorLook } from './editor-look';

export type ChoiceEditorProps = {
  label: string;
  /** What is edited: it becomes the text. */
  mine: string;
  /** What stands against it, place by place. */
  theirs: string;
  /** @param left how many places wait for a choice; also told at the beginning, and where a choice leaves the text as it is */
  onChange: (text: string, left: number) => void;
};

/** Two texts in one, each place where they differ with theirs above, and a button to take one or the other. */
export function ChoiceEditor({ label, mine, theirs, onChange }: ChoiceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const changed = useEffectEvent((state: EditorState) => onChange(state.doc.toString(), placesIn(state).length));
  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: mine,
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          markdown({ base: markdownLanguage, completeHTMLTags: false }),
          EditorView.lineWrapping,
          editorLook,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged || placesIn(update.startState) !== placesIn(update.state)) changed(update.state);
          }),
          unifiedMergeView({
            original: theirs,
            gutter: false,
            syntaxHighlightDeletions: false,
            mergeControls: choiceButton,
          }),
        ],
      }),
    });
    // A long text begins at the first place where somebody has to choose.
    const [first] = placesIn(editor.state);
    if (first) editor.dispatch({ effects: EditorView.scrollIntoView(first.fromB, { y: 'center' }) });
    changed(editor.state);
    return () => editor.destroy();
  }, [mine, theirs, label]);
  return <div ref={host} className="code-editor" />;
}

const NOWHERE: readonly Chunk[] = [];
/** What still stands against the text: a place that is kept or taken is none any more. */
const placesIn = (state: EditorState): readonly Chunk[] => getChunks(state)?.chunks ?? NOWHERE;

const WORDS = { accept: 'Keep mine', reject: 'Take theirs' } as const;

function choiceButton(type: 'accept' | 'reject', action: (event: MouseEvent) => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ch-button ch-button--secondary ch-button--sm';
  button.textContent = WORDS[type];
  // By mouse before the caret moves; by keyboard as any button.
  button.addEventListener('mousedown', action);
  button.addEventListener('click', (event) => {
    if (event.detail === 0) action(event);
  });
  if (type === 'reject') return button;
  const said = document.createElement('span');
  said.append('Theirs, and yours below it:');
  const both = document.createElement('span');
  both.className = 'choice-editor__first';
  both.append(said, button);
  return both;
}
