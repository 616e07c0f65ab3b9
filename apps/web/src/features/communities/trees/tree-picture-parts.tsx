import type { KeyboardEvent } from 'react';
import { LINE_HEIGHT, type PlacedAnswer, type PlacedNode } from './tree-layout';
import type { NodeMark, NodeNote } from './tree-picture';
import { NODE_KIND_WORDS, nodeWords } from './tree-words';

export type PictureNodeProps = {
  placed: PlacedNode;
  mark: NodeMark | undefined;
  note: NodeNote | undefined;
  selected: boolean;
  isStop: boolean;
  onSelect: (() => void) | undefined;
  onMove: ((event: KeyboardEvent) => void) | undefined;
};

/** One box: a question has slanted ends, an outcome round ones, a step is straight. */
export function PictureNode({ placed, mark, note, selected, isStop, onSelect, onMove }: PictureNodeProps) {
  const { node, x, y, width, height, lines } = placed;
  const top = -((lines.length - 1) * LINE_HEIGHT) / 2 + 4.5;
  const shown = (
    <>
      <rect
        className="tree-picture__ring"
        x={-width / 2 - 4}
        y={-height / 2 - 4}
        width={width + 8}
        height={height + 8}
        rx={8}
      />
      <Shape kind={node.kind} width={width} height={height} />
      <text className="tree-picture__words" textAnchor="middle">
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines of one text
          <tspan key={index} x={0} y={top + index * LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
      {note && (
        <text
          className="tree-picture__note"
          data-tone={note.tone}
          textAnchor="middle"
          y={height / 2 + 13}
          fontSize={11}
        >
          {note.text}
        </text>
      )}
    </>
  );
  const transform = `translate(${x} ${y})`;
  const words = `${NODE_KIND_WORDS[node.kind]}: ${nodeWords(node)}`;
  if (!onSelect) {
    return (
      <g className="tree-picture__node" data-kind={node.kind} data-mark={mark} transform={transform}>
        <title>{words}</title>
        {shown}
      </g>
    );
  }
  return (
    <g
      className="tree-picture__node"
      data-node={node.id}
      data-kind={node.kind}
      data-mark={mark}
      transform={transform}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing has no buttons of its own
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={selected}
      aria-label={`${words}${mark === 'problem' ? ', has a problem' : ''}${note ? `, ${note.text}` : ''}`}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          onSelect();
        } else onMove?.(event);
      }}
    >
      {shown}
    </g>
  );
}

function Shape({ kind, width, height }: { kind: PlacedNode['node']['kind']; width: number; height: number }) {
  const [right, bottom] = [width / 2, height / 2];
  if (kind === 'QUESTION') {
    const slant = 12;
    const points = [
      [-right, 0],
      [-right + slant, -bottom],
      [right - slant, -bottom],
      [right, 0],
      [right - slant, bottom],
      [-right + slant, bottom],
    ];
    return <polygon className="tree-picture__shape" points={points.map((point) => point.join(',')).join(' ')} />;
  }
  const round = kind === 'OUTCOME' ? Math.min(bottom, 20) : 3;
  return <rect className="tree-picture__shape" x={-right} y={-bottom} width={width} height={height} rx={round} />;
}

const THINNEST = 1.25;
const THICKEST = 7;

/** The line of an answer, with its words on it. */
export function PictureAnswer({ placed, weight }: { placed: PlacedAnswer; weight: number | undefined }) {
  const { path, label } = placed;
  return (
    <g>
      <path
        className="tree-picture__line"
        data-mark={weight !== undefined && weight > 0 ? 'way' : undefined}
        d={path}
        strokeWidth={weight === undefined ? THINNEST : THINNEST + weight * (THICKEST - THINNEST)}
        markerEnd="url(#tree-arrow)"
      />
      {label && (
        <>
          <rect
            className="tree-picture__behind"
            x={label.x - label.width / 2}
            y={label.y - label.height / 2}
            width={label.width}
            height={label.height}
            rx={3}
          />
          <text className="tree-picture__answer" textAnchor="middle" fontSize={12}>
            {label.lines.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines of one text
              <tspan
                key={index}
                x={label.x}
                y={label.y + 4 + (index - (label.lines.length - 1) / 2) * (LINE_HEIGHT - 2)}
              >
                {line}
              </tspan>
            ))}
          </text>
        </>
      )}
    </g>
  );
}
