import { type DecisionTree, rootOf } from '@chapterhouse/domain/communities/decision-tree';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Segments } from '@chapterhouse/ui/segments';
import { Maximize2, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type DrawnDirection, drawnDirection, layOutTree } from './tree-layout';
import { PictureAnswer, PictureNode } from './tree-picture-parts';
import { sizeWords } from './tree-words';
import { nodeThere, type TreeKey } from './tree-steps';
import './tree-picture.css';

export type NodeMark = 'problem' | 'way';
export type NodeNote = { text: string; tone?: 'attention' };

export type TreePictureProps = {
  tree: DecisionTree;
  /** What the picture is called for those who do not see it. */
  label: string;
  selected?: string | null;
  /** A node is chosen, by pointer or by key; left out: the picture is only looked at. */
  onSelect?: (id: string) => void;
  marks?: ReadonlyMap<string, NodeMark>;
  /** Below the words of a node. */
  notes?: ReadonlyMap<string, NodeNote>;
  /** How thick the line of an answer is, from 0 to 1; by `from to`. */
  weights?: ReadonlyMap<string, number>;
};

const DIRECTIONS = [
  { value: 'written', label: 'As it fits' },
  { value: 'down', label: 'Down' },
  { value: 'right', label: 'To the right' },
] as const;

/** As small as it gets when all of it is shown at once: smaller words are not read. */
const LEAST_FIT = 0.55;
/** Pixels from the edge of the frame within which a box is not wholly seen. */
const SEEN = 60;
const ZOOMS = [0.4, 0.55, 0.75, 1, 1.3, 1.7] as const;
const KEYS: Record<string, TreeKey> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
};

/** A tree as a drawing: lines and boxes of our own, their places from a layout library. Loaded only where it is shown. */
export function TreePicture({ tree, label, selected = null, onSelect, marks, notes, weights }: TreePictureProps) {
  const [direction, setDirection] = useState<DrawnDirection>('written');
  const [zoom, setZoom] = useState<number | null>(null);
  const scroll = useRef<HTMLElement>(null);
  const drawn = drawnDirection(tree, direction);
  const layout = useMemo(() => layOutTree(tree, drawn), [tree, drawn]);
  const room = useRoom(scroll);
  const fit = room === 0 ? 1 : Math.min(1, Math.max(LEAST_FIT, room / layout.width));
  const scale = zoom ?? fit;
  const root = rootOf(tree)?.id ?? tree.nodes[0]?.id ?? null;
  // One stop for the Tab key; arrows go on from there.
  const stop = layout.nodes.some(({ node }) => node.id === selected) ? selected : root;

  const focusNode = (id: string | null) => {
    const found = [...(scroll.current?.querySelectorAll<SVGGElement>('[data-node]') ?? [])];
    found.find((one) => one.dataset['node'] === id)?.focus();
  };
  // What is chosen is seen, else the root: in a tree that is larger than its frame it may stand anywhere.
  const place = layout.nodes.find(({ node }) => node.id === stop);
  const [left, top] = [(place?.x ?? 0) * scale, (place?.y ?? 0) * scale];
  useEffect(() => {
    const view = scroll.current;
    if (!view) return;
    const [x, y] = [left - view.scrollLeft, top - view.scrollTop];
    const seen = x > SEEN && x < view.clientWidth - SEEN && y > SEEN && y < view.clientHeight - SEEN;
    if (seen) return;
    view.scrollLeft = left - view.clientWidth / 2;
    view.scrollTop = top - view.clientHeight / 2;
  }, [left, top]);

  const size = sizeWords(tree);
  return (
    <div className="tree-picture">
      <div className="tree-picture__bar">
        <span className="tree-picture__size">{size}</span>
        <Segments label="Which way it is drawn" value={direction} onChange={setDirection} options={DIRECTIONS} />
        <span className="tree-picture__zoom">
          <IconButton
            label="Smaller"
            icon={<Minus aria-hidden />}
            onClick={() => setZoom(ZOOMS.findLast((one) => one < scale - 0.01) ?? ZOOMS[0])}
          />
          <IconButton
            label="Larger"
            icon={<Plus aria-hidden />}
            onClick={() => setZoom(ZOOMS.find((one) => one > scale + 0.01) ?? 1.7)}
          />
          <IconButton label="As it fits" icon={<Maximize2 aria-hidden />} onClick={() => setZoom(null)} />
        </span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
      <section ref={scroll} className="tree-picture__scroll" aria-label={label} tabIndex={onSelect ? -1 : 0}>
        <svg
          className="tree-picture__drawing"
          role={onSelect ? 'group' : 'img'}
          aria-label={`${label}: ${size}`}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          width={layout.width * scale}
          height={layout.height * scale}
          fontSize={13}
        >
          <defs>
            <marker
              id="tree-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
              markerUnits="userSpaceOnUse"
            >
              <path className="tree-picture__arrow" d="M0 0L8 4L0 8z" />
            </marker>
          </defs>
          {layout.answers.map((placed, index) => (
            <PictureAnswer
              // oxlint-disable-next-line react/no-array-index-key -- two answers may have the same ends while somebody writes
              key={`${placed.answer.from} ${placed.answer.to} ${index}`}
              placed={placed}
              weight={weights?.get(`${placed.answer.from} ${placed.answer.to}`)}
            />
          ))}
          {layout.nodes.map((placed) => (
            <PictureNode
              key={placed.node.id}
              placed={placed}
              mark={marks?.get(placed.node.id)}
              note={notes?.get(placed.node.id)}
              selected={placed.node.id === selected}
              isStop={placed.node.id === stop}
              onSelect={onSelect && (() => onSelect(placed.node.id))}
              onMove={
                onSelect &&
                ((event) => {
                  const key = KEYS[event.key];
                  if (!key || event.altKey || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  const next = nodeThere(tree, placed.node.id, key, drawn === 'LR' || drawn === 'RL');
                  if (next === null) return;
                  onSelect(next);
                  focusNode(next);
                })
              }
            />
          ))}
        </svg>
      </section>
    </div>
  );
}

/** How much room there is beside the frame, in pixels; 0: not known yet. */
function useRoom(place: { current: HTMLElement | null }): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return room;
}
