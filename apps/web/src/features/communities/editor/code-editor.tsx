import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { editorLook } from './editor-look';
import { paragraphBehind, type TextEdit } from './format-text';
import { nameCompletion } from './name-completion';
import type { Offers } from './offers';

/** What the toolbar and others do to the text under somebody's hands. */
export type EditorHands = {
  edit: (change: (text: string, from: number, to: number) => TextEdit) => void;
  /** A paragraph behind the line that is written on; false when the editor is gone. */
  insertParagraph: (words: string) => boolean;
  focus: () => void;
  /** @param line from 1 */
  goToLine: (line: number) => void;
};

export type CodeEditorProps = {
  /** What the editor is called for those who do not see it. */
  label: string;
  text: string;
  /** Rises when `text` is to replace what stands there; typing does not change it. */
  cameIn: number;
  onChange: (text: string) => void;
  onFiles?: ((files: readonly File[]) => void) | undefined;
  onSave?: (() => void) | undefined;
  /** Whom and what the text may name, at the caret. */
  offers?: Offers | undefined;
  readOnly?: boolean;
  placeholder?: string;
  describedBy?: string;
  /** It is written on as soon as it is there. */
  takesFocus?: boolean;
  ref?: Ref<EditorHands>;
};

/**
 * A place to write Markdown. Tab leaves it, as it leaves any field: nobody is kept in it. Loaded only where somebody writes.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { label, text, cameIn, readOnly = false, placeholder = '', describedBy, takesFocus = false, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const begun = useRef({ text, label, placeholder, describedBy, takesFocus });
  const access = useRef(new Compartment());
  const seen = useRef(cameIn);
  const changed = useEffectEvent((words: string) => props.onChange(words));
  const files = useEffectEvent((list: FileList | undefined): boolean => {
    if (!props.onFiles || !list || list.length === 0) return false;
    props.onFiles([...list]);
    return true;
  });
  const save = useEffectEvent(() => props.onSave?.());
  const offered = useEffectEvent(() => props.offers);

  useEffect(() => {
    if (!host.current) return undefined;
    const { text: doc, label: name, placeholder: hint, describedBy: by } = begun.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc,
        extensions: [
          history(),
          keymap.of([
            { key: 'Mod-s', preventDefault: true, run: () => (save(), true) },
            ...markdownKeymap,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          markdown({ base: markdownLanguage, completeHTMLTags: false, addKeymap: false }),
          EditorView.lineWrapping,
          editorLook,
          nameCompletion(() => offered()),
          access.current.of([]),
          ...(hint === '' ? [] : [placeholderText(hint)]),
          EditorView.contentAttributes.of({
            'aria-label': name,
            tabindex: '0',
            spellcheck: 'true',
            autocorrect: 'on',
            autocapitalize: 'sentences',
            ...(by === undefined ? {} : { 'aria-describedby': by }),
          }),
          EditorView.updateListener.of((update) => {
            const byOthers = update.transactions.some((one) => one.isUserEvent('came-in'));
            if (update.docChanged && !byOthers) changed(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            // A table out of a spreadsheet comes as words and as a picture of them.
            paste: (event) =>
              !event.clipboardData?.types.includes('text/plain') && handled(event, files(event.clipboardData?.files)),
            // Else the browser would leave the page for the file.
            dragover: (event) => handled(event, event.dataTransfer?.types.includes('Files') === true),
            // A picture goes where it is let go, not where the caret was.
            drop: (event, editorView) => {
              if (!event.dataTransfer || event.dataTransfer.files.length === 0) return false;
              const anchor = editorView.posAtCoords({ x: event.clientX, y: event.clientY });
              if (anchor !== null) editorView.dispatch({ selection: { anchor } });
              files(event.dataTransfer.files);
              return handled(event, true);
            },
          }),
        ],
      }),
    });
    view.current = editor;
    if (begun.current.takesFocus) editor.focus();
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    view.current?.dispatch({
      effects: access.current.reconfigure(readOnly ? [EditorState.readOnly.of(true)] : []),
    });
  }, [readOnly]);

  // Only what is different is replaced: caret, selection and undo stay with the person.
  useEffect(() => {
    if (cameIn === seen.current || !view.current) return;
    seen.current = cameIn;
    const before = view.current.state.doc.toString();
    if (before !== text) view.current.dispatch({ changes: differenceOf(before, text), userEvent: 'came-in' });
  }, [cameIn, text]);

  useImperativeHandle(ref, () => handsOf(view));
  return <div ref={host} className="code-editor" />;
}

function handled(event: Event, taken: boolean): boolean {
  if (taken) event.preventDefault();
  return taken;
}

function handsOf(view: { current: EditorView | null }): EditorHands {
  const edit: EditorHands['edit'] = (change) => {
    const editor = view.current;
    if (!editor) return;
    const { from: start, to: end } = editor.state.selection.main;
    const { from, to, insert, anchor, head } = change(editor.state.doc.toString(), start, end);
    editor.dispatch({
      changes: { from, to, insert },
      selection: { anchor, head },
      scrollIntoView: true,
      userEvent: 'input',
    });
    editor.focus();
  };
  return {
    edit,
    insertParagraph: (words) => {
      const editor = view.current;
      if (!editor) return false;
      // The caret stays with the words that are being typed.
      const { from, to, insert } = paragraphBehind(editor.state.doc.toString(), editor.state.selection.main.to, words);
      editor.dispatch({ changes: { from, to, insert }, userEvent: 'input.paste' });
      return true;
    },
    focus: () => view.current?.focus(),
    goToLine: (line) => {
      const editor = view.current;
      if (!editor) return;
      const { from } = editor.state.doc.line(Math.min(Math.max(1, line), editor.state.doc.lines));
      editor.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      editor.focus();
    },
  };
}

function differenceOf(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
