import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { getChunks, unifiedMergeView } from '@codemirror/merge';
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
  onChange: (text: string) => void;
};

/** Two texts in one, each place where they differ with theirs above, and a button to take one or the other. */
export function ChoiceEditor({ label, mine, theirs, onChange }: ChoiceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const changed = useEffectEvent((text: string) => onChange(text));
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
            if (update.docChanged) changed(update.state.doc.toString());
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
    const first = getChunks(editor.state)?.chunks[0];
    if (first) editor.dispatch({ effects: EditorView.scrollIntoView(first.fromB, { y: 'center' }) });
    return () => editor.destroy();
  }, [mine, theirs, label]);
  return <div ref={host} className="code-editor" />;
}

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
