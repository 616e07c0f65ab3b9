import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import { writeDecisionTree } from '@chapterhouse/domain/communities/decision-tree-writer';
import { readDecisionTree } from '@chapterhouse/domain/communities/read-decision-tree';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Undo2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import type { MermaidHands } from './mermaid-editor';
import { TreeHands } from './tree-hands';
import { isOfText, TreeProblems } from './tree-problems';
import './tree-sides.css';

const MermaidEditor = lazy(async () => ({ default: (await import('./mermaid-editor')).MermaidEditor }));

export type TreeSidesProps = {
  title: string;
  text: string;
  /** The text in this very moment. */
  now: () => string;
  readOnly: boolean;
  onChange: (text: string) => void;
  onSave: () => void;
  /** Whether it is saved. */
  state: ReactNode;
};

const VIEWS = [
  { value: 'both', label: 'Side by side' },
  { value: 'tree', label: 'Tree' },
  { value: 'text', label: 'Text' },
] as const;
type View = (typeof VIEWS)[number]['value'];

/** How far back a change of the tree is taken back. */
const MOST_BACK = 100;
const EMPTY: DecisionTree = { direction: 'TB', nodes: [], answers: [] };
const isWide = () => window.matchMedia?.('(min-width: 75rem)').matches ?? true;

/** A tree and its text beside each other; what is changed in one is changed in the other, and checked while it is written. */
export function TreeSides({ title, text, now, readOnly, onChange, onSave, state }: TreeSidesProps) {
  const [view, setView] = useState<View>(() => (isWide() ? 'both' : 'tree'));
  const [past, setPast] = useState<{ before: string; of: string }[]>([]);
  const hands = useRef<MermaidHands>(null);
  // Reading a large tree takes some milliseconds: at every pause, not at every key.
  const settled = useSettled(text, 120);
  const read = useMemo(() => {
    const { tree, problems, notes, comments } = readDecisionTree(settled);
    const blank = settled.trim() === '';
    return { tree: blank ? EMPTY : tree, problems: blank ? [] : problems, notes, comments, blank };
  }, [settled]);
  const slips = read.problems.filter(isOfText);

  /** @param of what is changed: letter after letter of one field is one step back */
  const change = (edit: (tree: DecisionTree) => DecisionTree, of = '') => {
    const before = now();
    const { tree, comments } = readDecisionTree(before);
    const next = edit(before.trim() === '' ? EMPTY : tree);
    const after = writeDecisionTree(next, comments);
    if (after === before) return;
    setPast((steps) => (of !== '' && steps.at(-1)?.of === of ? steps : [...steps, { before, of }].slice(-MOST_BACK)));
    onChange(after);
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    onChange(last.before);
  };
  useShortcut({ key: 'u', label: 'Take the last change of the tree back', when: past.length > 0, run: undo });

  return (
    <section className="tree-sides" aria-label={`Write ${title}`} data-view={view}>
      <div className="tree-sides__bar">
        <Segments label="What is shown" value={view} onChange={setView} options={VIEWS} />
        {!readOnly && (
          <IconButton
            label="Take the last change of the tree back"
            shortcut="u"
            icon={<Undo2 aria-hidden />}
            disabled={past.length === 0}
            onClick={undo}
          />
        )}
        {state}
      </div>
      <div className="tree-sides__sides">
        <div className="tree-sides__side" hidden={view === 'text'}>
          <TreeHands
            tree={read.tree}
            problems={read.problems}
            locked={readOnly ? 'reading' : slips.length > 0 ? 'slips' : null}
            onChange={change}
          />
        </div>
        <div className="tree-sides__side" hidden={view === 'tree'}>
          <Suspense fallback={<Skeleton lines={12} label="Loading the editor" />}>
            <MermaidEditor
              ref={hands}
              label={`${title}, as Mermaid text`}
              text={text}
              now={now}
              problems={read.problems}
              readOnly={readOnly}
              onChange={onChange}
              onSave={onSave}
            />
          </Suspense>
        </div>
      </div>
      <TreeProblems
        problems={read.problems}
        notes={readOnly ? [] : read.notes}
        blank={read.blank}
        onGo={(line, column) => {
          if (view === 'tree') setView(isWide() ? 'both' : 'text');
          // Once it is shown.
          setTimeout(() => hands.current?.goTo(line, column));
        }}
      />
    </section>
  );
}
