import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import type { DecisionTreeProblem } from '@chapterhouse/domain/communities/decision-tree-problems';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { editorLook } from '../editor/editor-look';
import { problemMarks, showProblems } from './problem-marks';

export type MermaidHands = {
  /** Both from 1. */
  goTo: (line: number, column: number) => void;
};

export type MermaidEditorProps = {
  label: string;
  /** The text as it is now: asked for, since what is drawn may be a moment older than what is typed. */
  now: () => string;
  /** Tells that it may have become another one. */
  text: string;
  problems: readonly DecisionTreeProblem[];
  onChange: (text: string) => void;
  onSave: () => void;
  readOnly?: boolean;
  describedBy?: string;
  ref?: Ref<MermaidHands>;
};

const PLACEHOLDER = 'flowchart TD\n    urgent{"Is it urgent?"}\n    urgent -->|Yes| call(["Call"])';

/** The tree as Mermaid text, with what is wrong with it told at its place. Tab leaves it, as it leaves any field. */
export function MermaidEditor(props: MermaidEditorProps) {
  const { label, now, text, problems, readOnly = false, describedBy, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const begun = useRef({ label, describedBy, readOnly, doc: now() });
  const changed = useEffectEvent((words: string) => props.onChange(words));
  const save = useEffectEvent(() => props.onSave());

  useEffect(() => {
    if (!host.current) return undefined;
    const { label: name, describedBy: by, readOnly: only, doc } = begun.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc,
        extensions: [
          history(),
          keymap.of([
            { key: 'Mod-s', preventDefault: true, run: () => (save(), true) },
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          lineNumbers(),
          EditorView.lineWrapping,
          EditorState.readOnly.of(only),
          editorLook,
          problemMarks,
          placeholder(PLACEHOLDER),
          EditorView.contentAttributes.of({
            'aria-label': name,
            spellcheck: 'false',
            ...(by === undefined ? {} : { 'aria-describedby': by }),
          }),
          EditorView.updateListener.of((update) => {
            const byOthers = update.transactions.some((one) => one.isUserEvent('came-in'));
            if (update.docChanged && !byOthers) changed(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  // The tree beside it was changed, or somebody else wrote.
  const follow = useEffectEvent((_drawn: string) => {
    const editor = view.current;
    const latest = now();
    if (!editor || editor.state.doc.toString() === latest) return;
    editor.dispatch({ changes: differenceOf(editor.state.doc.toString(), latest), userEvent: 'came-in' });
  });
  useEffect(() => follow(text), [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: showProblems.of(problems) });
  }, [problems]);

  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const editor = view.current;
      if (!editor) return;
      const place = editor.state.doc.line(Math.min(Math.max(1, line), editor.state.doc.lines));
      const anchor = Math.min(place.from + Math.max(0, column - 1), place.to);
      editor.dispatch({ selection: { anchor }, scrollIntoView: true });
      editor.focus();
    },
  }));
  return <div ref={host} className="code-editor" />;
}

function differenceOf(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
