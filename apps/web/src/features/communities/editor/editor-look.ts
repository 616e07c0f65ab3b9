import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The house's look; everything that has a colour or a size comes from its tokens. */
export const editorLook = [
  EditorView.theme({
    '&': { color: 'var(--ch-text)', backgroundColor: 'var(--ch-surface)', fontSize: 'var(--ch-text-lg)' },
    // The frame around it shows the focus.
    '&.cm-focused': { outline: 'none' },
    '.cm-content': { fontFamily: 'var(--ch-font-mono)', caretColor: 'var(--ch-text)', padding: 'var(--ch-space-3) 0' },
    '.cm-line': { padding: '0 var(--ch-space-3)' },
    '.cm-scroller': { lineHeight: 'var(--ch-leading-text)' },
    '.cm-cursor': { borderLeftColor: 'var(--ch-text)' },
    '.cm-placeholder': { color: 'var(--ch-text-faint)' },
    '.cm-changedLine': { backgroundColor: 'var(--ch-accent-soft)' },
    '.cm-changedText, &.cm-merge-b .cm-changedText': { background: 'var(--ch-accent-line)' },
    '.cm-changeGutter': { display: 'none' },
    '.cm-deletedChunk': {
      padding: '0 var(--ch-space-3)',
      backgroundColor: 'var(--ch-attention-soft)',
      '& .cm-deletedText': { background: 'var(--ch-attention-line)' },
      '& .cm-chunkButtons': {
        position: 'static',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 'var(--ch-space-2)',
        alignItems: 'center',
        padding: 'var(--ch-space-1) 0',
        color: 'var(--ch-text-muted)',
        fontFamily: 'var(--ch-font)',
        fontSize: 'var(--ch-text-sm)',
      },
      '& button': {
        margin: '0',
        border: 'var(--ch-stroke) solid var(--ch-line-strong)',
        borderRadius: 'var(--ch-radius)',
        color: 'var(--ch-text)',
      },
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.heading, fontWeight: 'var(--ch-weight-strong)' },
      { tag: tags.strong, fontWeight: 'var(--ch-weight-strong)' },
      { tag: tags.emphasis, fontStyle: 'italic' },
      { tag: tags.strikethrough, textDecoration: 'line-through' },
      { tag: [tags.link, tags.url], color: 'var(--ch-accent)' },
      { tag: [tags.monospace, tags.quote], color: 'var(--ch-text-muted)' },
      { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--ch-text-faint)' },
    ]),
  ),
];
