import { type CommandOptions, useCommand } from './use-command';

/** A command of a list whose length changes: one of the moves that are legal now. */
export function OfferedCommand(command: CommandOptions) {
  useCommand(command);
  return null;
}
