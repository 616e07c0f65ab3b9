import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import { ChevronDown, ChevronRight, CircleAlert, CircleHelp, Flag, SquareCheck } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type OutlineRow, shownRows } from './outline-rows';
import type { NodeMark } from './tree-picture';
import { headAndRest, NODE_KIND_WORDS, nodeWords } from './tree-words';
import './tree-outline.css';

export type TreeOutlineProps = {
  tree: DecisionTree;
  rows: readonly OutlineRow[];
  /** Its row's key. */
  chosen: string;
  marks: ReadonlyMap<string, NodeMark>;
  onChoose: (key: string) => void;
  /** To its words. */
  onOpen: () => void;
  onRemove: (id: string) => void;
  onMove: (answer: number, by: -1 | 1) => void;
};

const ICONS = { QUESTION: CircleHelp, STEP: SquareCheck, OUTCOME: Flag };

/** A tree as lines below one another: arrows move, Enter words, Delete removes, Alt with an arrow changes the order. */
export function TreeOutline(props: TreeOutlineProps) {
  const { tree, rows, chosen, marks, onChoose, onOpen, onRemove, onMove } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const shown = shownRows(rows, closed);
  const index = Math.max(
    0,
    shown.findIndex(({ key }) => key === chosen),
  );
  const current = shown[index];
  const focusing = useRef(false);
  useEffect(() => {
    if (!focusing.current) return;
    focusing.current = false;
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  });

  const go = (row: OutlineRow | undefined) => {
    if (!row) return;
    focusing.current = true;
    onChoose(row.key);
  };
  const fold = (key: string, close: boolean) => {
    focusing.current = true;
    setClosed((before) => {
      const after = new Set(before);
      if (close) after.add(key);
      else after.delete(key);
      return after;
    });
  };
  const keys = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey) return;
    const { key, below, parent, answer, node } = current;
    const open = below > 0 && !closed.has(key);
    const run: Record<string, () => void> = event.altKey
      ? {
          ArrowUp: () => answer !== null && ((focusing.current = true), onMove(answer, -1)),
          ArrowDown: () => answer !== null && ((focusing.current = true), onMove(answer, 1)),
        }
      : {
          ArrowUp: () => go(shown[index - 1]),
          ArrowDown: () => go(shown[index + 1]),
          Home: () => go(shown[0]),
          End: () => go(shown.at(-1)),
          ArrowRight: () => (below > 0 && !open ? fold(key, false) : open ? go(shown[index + 1]) : undefined),
          ArrowLeft: () => (open ? fold(key, true) : go(shown.find((row) => row.key === parent))),
          Enter: onOpen,
          F2: onOpen,
          Delete: () => ((focusing.current = true), onRemove(node.id)),
        };
    const found = run[event.key];
    if (!found) return;
    event.preventDefault();
    found();
  };
  return (
    <div
      ref={list}
      role="tree"
      aria-label="Outline of the tree"
      className="tree-outline"
      tabIndex={-1}
      onKeyDown={keys}
    >
      {shown.map((row) => {
        const { key, node, depth, answer, again, below } = row;
        const Icon = ICONS[node.kind];
        const words = answer === null ? '' : (tree.answers[answer]?.text ?? '');
        const isClosed = closed.has(key);
        const problem = marks.get(node.id) === 'problem';
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree has the keys
          <div
            key={key}
            role="treeitem"
            aria-level={depth + 1}
            aria-selected={row === current}
            aria-expanded={below > 0 ? !isClosed : undefined}
            aria-label={`${words === '' ? '' : `${words}: `}${NODE_KIND_WORDS[node.kind]}, ${nodeWords(node)}${again ? ', as above' : ''}${problem ? ', has a problem' : ''}`}
            tabIndex={row === current ? 0 : -1}
            className="tree-outline__row"
            data-depth={Math.min(depth, 12)}
            data-problem={problem || undefined}
            onClick={() => go(row)}
            onDoubleClick={onOpen}
          >
            <span
              className="tree-outline__fold"
              aria-hidden
              onClick={(event) => {
                if (below === 0) return;
                event.stopPropagation();
                fold(key, !isClosed);
              }}
            >
              {below > 0 && (isClosed ? <ChevronRight /> : <ChevronDown />)}
            </span>
            {answer !== null && <span className="tree-outline__answer">{words === '' ? '→' : words}</span>}
            <Icon className="tree-outline__kind" aria-hidden />
            <span className="tree-outline__words">{headAndRest(nodeWords(node)).head}</span>
            {again && node.kind !== 'OUTCOME' && <span className="tree-outline__again">as above</span>}
            {problem && <CircleAlert className="tree-outline__problem" aria-hidden />}
          </div>
        );
      })}
    </div>
  );
}
