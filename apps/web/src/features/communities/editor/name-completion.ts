import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  type CompletionContext,
  type CompletionSource,
  completionStatus,
  currentCompletions,
} from '@codemirror/autocomplete';
import { announce } from '@chapterhouse/ui/live-region';
import { syntaxTree } from '@codemirror/language';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { mentionQueryAt } from '../../../platform/markdown/mention-query';
import type { Offer, Offers } from './offers';

/**
 * A list at the caret: people behind an `@`, things behind a `#` and a word. Arrows choose, Enter or Tab puts it in,
 * Escape closes it alone; where nothing is found there is none, and every key is the text's.
 */
export function nameCompletion(offers: () => Offers | undefined): Extension {
  return [
    autocompletion({
      override: [
        naming('@', (words) => offers()?.people(words)),
        naming('#', (words) => (words === '' ? undefined : offers()?.things(words))),
      ],
      icons: false,
      optionClass: () => 'code-editor__offer',
    }),
    Prec.highest(
      keymap.of([
        { key: 'Tab', run: acceptCompletion },
        { key: 'Escape', run: closeCompletion, stopPropagation: true },
      ]),
    ),
    EditorState.phrases.of({ Completions: 'People and things to name' }),
    EditorView.updateListener.of(({ startState, state }) => {
      if (completionStatus(state) !== 'active') return;
      const found = currentCompletions(state).length;
      if (completionStatus(startState) === 'active' && currentCompletions(startState).length === found) return;
      announce(`${found === 1 ? 'One is' : `${found} are`} offered. Arrow keys choose, Enter puts it in.`);
    }),
    look,
  ];
}

function naming(sign: '@' | '#', find: (words: string) => Promise<Offer[]> | undefined): CompletionSource {
  return async (context) => {
    const { state, pos } = context;
    const line = state.doc.lineAt(pos);
    const query = mentionQueryAt(line.text, pos - line.from, sign);
    if (!query || isCode(context)) return null;
    // Without a connection nobody is offered; the name can be written all the same.
    const found = await find(query.words.trim())?.catch(() => []);
    if (!found || found.length === 0) return null;
    const space = state.sliceDoc(pos, pos + 1) === ' ' ? '' : ' ';
    return {
      from: line.from + query.from,
      filter: false,
      options: found.map(({ label, detail, markdown }) => ({
        label,
        ...(detail !== undefined && { detail }),
        apply: `${markdown}${space}`,
      })),
    };
  };
}

/** What stands in code names nobody. */
function isCode({ state, pos }: CompletionContext): boolean {
  for (let node = syntaxTree(state).resolveInner(pos, -1).node; ;) {
    if (/Code/.test(node.name)) return true;
    if (!node.parent) return false;
    node = node.parent;
  }
}

const look = EditorView.theme({
  '.cm-tooltip.cm-tooltip-autocomplete': {
    padding: 'var(--ch-space-1)',
    border: 'var(--ch-stroke) solid var(--ch-line-strong)',
    borderRadius: 'var(--ch-radius-lg)',
    backgroundColor: 'var(--ch-raised)',
    boxShadow: 'var(--ch-shadow-2)',
    zIndex: 'var(--ch-layer-float)',
    '& > ul': {
      minWidth: '0',
      width: 'min(var(--ch-measure-sm), 100vw - var(--ch-space-4))',
      maxWidth: 'none',
      maxHeight: 'var(--ch-column-lg)',
      fontFamily: 'var(--ch-font)',
      fontSize: 'var(--ch-text-md)',
    },
    '& > ul > li': {
      display: 'flex',
      alignItems: 'center',
      gap: 'var(--ch-space-2)',
      minHeight: 'var(--ch-control-sm)',
      padding: 'var(--ch-space-1) var(--ch-space-2)',
      borderRadius: 'var(--ch-radius-sm)',
      color: 'var(--ch-text)',
    },
    '& > ul > li[aria-selected]': { backgroundColor: 'var(--ch-hover)', color: 'var(--ch-text)' },
    '& .cm-completionLabel': { overflow: 'hidden', textOverflow: 'ellipsis' },
    '& .cm-completionDetail': {
      overflow: 'hidden',
      marginLeft: '0',
      color: 'var(--ch-text-faint)',
      fontSize: 'var(--ch-text-sm)',
      fontStyle: 'normal',
      textOverflow: 'ellipsis',
    },
  },
});
