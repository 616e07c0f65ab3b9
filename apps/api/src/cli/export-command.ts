import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command } from 'commander';
import { DecisionExport } from '../features/decisions/public.js';
import { StartError } from '../start-error.js';
import { withOperatorApp } from './operator-app.js';
import { organizationOf } from './organization-option.js';

/** `export decisions`: all decisions of an organization as MADR 4 in a zip, which imports again. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Export all decisions as MADR 4 in a zip.')
    .addArgument(new Argument('<kind>').choices(['decisions']))
    .argument('<path.zip>', 'the file to write; one that is there is left alone')
    .requiredOption('--organization <slug>')
    .option('--json', 'print one JSON object')
    .action(async (_kind: string, path: string, { organization, json }: { organization: string; json?: boolean }) => {
      const count = await withOperatorApp(async (app) => {
        const organizationId = await organizationOf(app, organization);
        const files = app.get(DecisionExport, { strict: false });
        const scope = { organizationId, cause: 'cli' };
        const ids = await files.everyId(scope);
        await write(path, Readable.from(files.zip(scope, ids), { objectMode: false }));
        return ids.length;
      });
      console.log(
        json ? JSON.stringify({ exported: { decision: count }, path }) : `exported: ${count} decisions to ${path}`,
      );
    });
}

async function write(path: string, content: Readable): Promise<void> {
  try {
    await pipeline(content, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    const reason = error.code === 'EEXIST' ? 'there is a file of that name' : error.code;
    throw new StartError(`The file ${path} cannot be written: ${reason}.`);
  }
}
