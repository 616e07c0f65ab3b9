import { OfferedCommand } from '../../../platform/commands/offered-command';
import { type BoardFilter, isFiltered } from './board-filter';

export type FilterCommandsProps = {
  filter: BoardFilter;
  onChange: (change: Partial<BoardFilter>) => void;
  onClear: () => void;
};

const SWITCHES = [
  { flag: 'mine', name: 'mine', keywords: 'my own owner' },
  { flag: 'overdue', name: 'overdue', keywords: 'late deadline due' },
  { flag: 'watching', name: 'watching', keywords: 'watched follow' },
] as const;

/** The switches of the filter, in the command palette. */
export function FilterCommands({ filter, onChange, onClear }: FilterCommandsProps) {
  return (
    <>
      {SWITCHES.map(({ flag, name, keywords }) => (
        <OfferedCommand
          key={flag}
          id={`filter:${flag}`}
          label={filter[flag] ? `Filter: no longer only ${name}` : `Filter: only ${name}`}
          group="here"
          keywords={`show narrow ${keywords}`}
          run={() => onChange({ [flag]: !filter[flag] })}
        />
      ))}
      {isFiltered(filter) && (
        <OfferedCommand
          id="filter:clear"
          label="Filter: clear all"
          group="here"
          keywords="show everything"
          run={onClear}
        />
      )}
    </>
  );
}
