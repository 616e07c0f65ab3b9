import type { DecisionTreeProblem } from '@chapterhouse/domain/communities/decision-tree-problems';
import { RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** What is wrong with the text as it stands. */
export const showProblems = StateEffect.define<readonly DecisionTreeProblem[]>();

/** What is wrong, in words right below its line. */
class ProblemWords extends WidgetType {
  constructor(private readonly words: string) {
    super();
  }

  override eq(other: ProblemWords): boolean {
    return other.words === this.words;
  }

  toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'cm-problem';
    line.textContent = this.words;
    return line;
  }
}

const PLACE = Decoration.mark({ class: 'cm-problem-place' });
const MARKED = /[^\s;]{1,30}/uy;

function marksOf(doc: Text, problems: readonly DecisionTreeProblem[]): DecorationSet {
  const places = problems
    .flatMap(({ line, column, words }) => {
      if (line === null || line > doc.lines) return [];
      const { from, to, text } = doc.line(line);
      const start = Math.min((column ?? 1) - 1, text.length);
      MARKED.lastIndex = start;
      const length = MARKED.exec(text)?.[0].length ?? 0;
      return [{ at: from + start, end: Math.min(from + start + length, to), lineEnd: to, words }];
    })
    .toSorted((one, other) => one.lineEnd - other.lineEnd || one.at - other.at);
  const builder = new RangeSetBuilder<Decoration>();
  let reached = 0;
  places.forEach(({ at, end, lineEnd, words }, index) => {
    const from = Math.max(at, reached);
    if (end > from) {
      builder.add(from, end, PLACE);
      reached = end;
    }
    // Below the line, when all of its places are marked.
    if (places[index + 1]?.lineEnd === lineEnd) return;
    const told = places.filter((one) => one.lineEnd === lineEnd).map((one) => one.words);
    const widget = new ProblemWords([...new Set(told)].join(' ') || words);
    builder.add(lineEnd, lineEnd, Decoration.widget({ widget, block: true, side: 1 }));
  });
  return builder.finish();
}

export const problemMarks = [
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (marks, { changes, effects, state }) =>
      effects.reduce(
        (found, effect) => (effect.is(showProblems) ? marksOf(state.doc, effect.value) : found),
        marks.map(changes),
      ),
    provide: (field) => EditorView.decorations.from(field),
  }),
  EditorView.theme({
    '.cm-problem-place': {
      textDecoration: 'underline wavy var(--ch-danger)',
      textUnderlineOffset: 'var(--ch-space-1)',
    },
    '.cm-problem': {
      padding: 'var(--ch-space-05) var(--ch-space-3)',
      borderLeft: 'var(--ch-stroke-3) solid var(--ch-danger)',
      backgroundColor: 'var(--ch-danger-soft)',
      color: 'var(--ch-danger)',
      fontFamily: 'var(--ch-font)',
      fontSize: 'var(--ch-text-md)',
    },
    '.cm-gutters': {
      borderRight: 'none',
      backgroundColor: 'var(--ch-sunken)',
      color: 'var(--ch-text-faint)',
    },
  }),
];
