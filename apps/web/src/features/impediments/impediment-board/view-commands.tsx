import { OfferedCommand } from '../../../platform/commands/offered-command';
import { type BoardView, VIEW_CHOICES } from './board-view';
import type { ViewMenuProps } from './view-menu';

const WORDS: { [Key in keyof BoardView]: (label: string) => string } = {
  columns: (label) => `Columns by ${label.toLowerCase()}`,
  lanes: (label) => (label === 'None' ? 'No lanes' : `Lanes by ${label.toLowerCase()}`),
  sort: (label) => `Order of cards: ${label.toLowerCase()}`,
  density: (label) => `${label} cards`,
};

const KINDS = ['density', 'columns', 'lanes', 'sort'] as const;

/** How the board may look otherwise, in the command palette. */
export function ViewCommands({ view, onChange, onCollapseAll, onExpandAll }: ViewMenuProps) {
  const choices = KINDS.flatMap((kind) =>
    VIEW_CHOICES[kind]
      .filter(({ value }) => value !== view[kind])
      .map(({ value, label }) => ({
        id: `view:${kind}:${value}`,
        label: WORDS[kind](label),
        change: { [kind]: value },
      })),
  );
  return (
    <>
      {choices.map(({ id, label, change }) => (
        <OfferedCommand
          key={id}
          id={id}
          label={label}
          group="settings"
          keywords="view board looks swimlanes sort"
          run={() => onChange(change)}
        />
      ))}
      {onCollapseAll && (
        <OfferedCommand id="view:collapse" label="Collapse all lanes" group="settings" run={onCollapseAll} />
      )}
      {onExpandAll && <OfferedCommand id="view:expand" label="Expand all lanes" group="settings" run={onExpandAll} />}
    </>
  );
}
