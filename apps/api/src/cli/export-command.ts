import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { artifactNumberOf } from '@chapterhouse/domain/communities/artifact-state';
import type { INestApplicationContext } from '@nestjs/common';
import { Argument, Command } from 'commander';
import { PlaybookExport } from '../features/communities/public.js';
import { DecisionExport } from '../features/decisions/public.js';
import { StartError } from '../start-error.js';
import { withOperatorApp } from './operator-app.js';
import { organizationOf } from './organization-option.js';

interface ExportOptions {
  organization: string;
  artifact?: string;
  publishedVersion?: string;
  json?: boolean;
}

/** `export`: decisions of an organization as MADR 4, or a published playbook as its folder, in a zip that imports again. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Export all decisions as MADR 4, or a published playbook as its folder of Markdown, in a zip.')
    .addArgument(new Argument('<kind>').choices(['decisions', 'playbook']))
    .argument('<path.zip>', 'the file to write; one that is there is left alone')
    .requiredOption('--organization <slug>')
    .option('--artifact <key>', 'of a playbook: like A-5')
    .option('--published-version <number>', 'of a playbook: an earlier one than the current')
    .option('--json', 'print one JSON object')
    .action(async (kind: string, path: string, options: ExportOptions) => {
      const { json } = options;
      if (kind === 'playbook') {
        const said = await withOperatorApp((app) => exportPlaybook(app, path, options));
        console.log(json ? JSON.stringify(said) : `exported: ${said.exported.page} pages to ${path}`);
        return;
      }
      const count = await withOperatorApp((app) => exportDecisions(app, path, options));
      console.log(
        json ? JSON.stringify({ exported: { decision: count }, path }) : `exported: ${count} decisions to ${path}`,
      );
    });
}

async function exportDecisions(app: INestApplicationContext, path: string, options: ExportOptions): Promise<number> {
  const organizationId = await organizationOf(app, options.organization);
  const files = app.get(DecisionExport, { strict: false });
  const scope = { organizationId, cause: 'cli' };
  const ids = await files.everyId(scope);
  await write(path, Readable.from(files.zip(scope, ids), { objectMode: false }));
  return ids.length;
}

async function exportPlaybook(
  app: INestApplicationContext,
  path: string,
  { organization, artifact = '', publishedVersion }: ExportOptions,
): Promise<{ exported: { page: number }; version: number; path: string }> {
  const number = artifactNumberOf(artifact);
  if (number === undefined) throw new StartError('Say which playbook: --artifact A-5.');
  const scope = { organizationId: await organizationOf(app, organization), cause: 'cli' };
  const files = app.get(PlaybookExport, { strict: false });
  const version = await files.version(scope, number, publishedVersion === undefined ? null : Number(publishedVersion));
  if (version === undefined) throw new StartError(`No published version of ${artifact} is here.`);
  await write(path, Readable.from(files.archive(scope, version), { objectMode: false }));
  return { exported: { page: version.pages.length }, version: version.number, path };
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
