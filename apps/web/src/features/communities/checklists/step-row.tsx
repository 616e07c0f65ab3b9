import { DEEPEST_STEP, STEP_HINT_LIMIT, STEP_TEXT_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { ArrowDown, ArrowUp, Ellipsis, IndentDecrease, IndentIncrease, Lightbulb, Square, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Step } from './step-lines';

export type StepRowProps = {
  step: Step;
  number: number;
  isLast: boolean;
  onText: (text: string) => void;
  onHint: (hint: string) => void;
  onKeys: (event: KeyboardEvent) => void;
  /** True: it was several steps. */
  onPaste: (text: string) => boolean;
  onMove: (by: -1 | 1) => void;
  onShift: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One step: what is to be done, a hint how, and what can be done with it. */
export function StepRow(props: StepRowProps) {
  const { step, number, isLast, onText, onHint, onKeys, onPaste, onMove, onShift, onRemove } = props;
  const { id, text, hint, depth } = step;
  const [hinting, setHinting] = useState(hint !== '');
  const withHint = hinting || hint !== '';
  return (
    <li className="step-row" data-step={id} data-depth={depth}>
      <Square className="step-row__box" aria-hidden />
      <div className="step-row__words">
        <textarea
          className="step-row__text"
          aria-label={`Step ${number}, level ${depth + 1}`}
          rows={1}
          maxLength={STEP_TEXT_LIMIT}
          placeholder="What is to be done"
          value={text}
          onChange={(event) => onText(event.target.value.replaceAll('\n', ' '))}
          onKeyDown={onKeys}
          onPaste={(event) => {
            if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
        />
        {withHint && (
          <textarea
            className="step-row__hint"
            aria-label={`Hint for step ${number}, Markdown`}
            rows={1}
            maxLength={STEP_HINT_LIMIT}
            placeholder="A hint: how, where, whom to ask"
            value={hint}
            onChange={(event) => onHint(event.target.value)}
            onBlur={() => setHinting(hint !== '')}
          />
        )}
      </div>
      <Menu align="end" trigger={<IconButton label={`Change step ${number}`} icon={<Ellipsis aria-hidden />} />}>
        <MenuItem icon={<ArrowUp aria-hidden />} shortcut="Alt ↑" disabled={number === 1} onSelect={() => onMove(-1)}>
          Move up
        </MenuItem>
        <MenuItem icon={<ArrowDown aria-hidden />} shortcut="Alt ↓" disabled={isLast} onSelect={() => onMove(1)}>
          Move down
        </MenuItem>
        <MenuItem
          icon={<IndentIncrease aria-hidden />}
          shortcut="Alt →"
          disabled={number === 1 || depth === DEEPEST_STEP}
          onSelect={() => onShift(1)}
        >
          Part of the one above
        </MenuItem>
        <MenuItem
          icon={<IndentDecrease aria-hidden />}
          shortcut="Alt ←"
          disabled={depth === 0}
          onSelect={() => onShift(-1)}
        >
          Less deep
        </MenuItem>
        {!withHint && (
          <MenuItem icon={<Lightbulb aria-hidden />} onSelect={() => setHinting(true)}>
            Add a hint
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={onRemove}>
          Remove
        </MenuItem>
      </Menu>
    </li>
  );
}
