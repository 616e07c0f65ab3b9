import 'reflect-metadata';
import { Refusal } from '@chapterhouse/domain/refusal';
import { Command, CommanderError } from 'commander';
import { EmbeddedDatabaseError } from '../platform/embedded-database/embedded-database-error.js';
import { SettingsError } from '../platform/settings/settings.js';
import { StartError } from '../start-error.js';
import { demoCommand } from './demo-command.js';
import { exportCommand } from './export-command.js';
import { importCommand } from './import-command.js';
import { setupCommand } from './setup-command.js';
import { verifyCommand } from './verify-command.js';

/** Exit codes that scripts rely on. */
const REFUSED = 1;
const WRONG_USAGE = 2;

const program = new Command('chapterhouse')
  .description('Commands for operators. They work beside a running server and on a stopped one.')
  .showHelpAfterError()
  .exitOverride();
for (const command of [setupCommand(), demoCommand(), importCommand(), exportCommand(), verifyCommand()])
  program.addCommand(command.exitOverride());

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof Refusal) console.error(`Refused: ${error.code} ${JSON.stringify(error.details)}`);
  else if (error instanceof SettingsError || error instanceof EmbeddedDatabaseError || error instanceof StartError)
    console.error(error.message);
  else console.error(error instanceof Error ? error.stack : String(error));
  return REFUSED;
}
