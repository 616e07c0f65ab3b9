import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Argument, Command } from 'commander';
import { ImportRunner } from '../features/imports/public.js';
import { StartError } from '../start-error.js';
import { withOperatorApp } from './operator-app.js';
import { organizationOf } from './organization-option.js';

const KINDS = { org: 'ORG', sigs: 'SIGS', 'jira-json': 'JIRA_JSON' } as const;

interface ImportOptions {
  organization: string;
  mapping?: string;
  preview?: boolean;
  json?: boolean;
}

/** `import`: previews or applies files; running the same ones again changes nothing. */
export function importCommand(): Command {
  return new Command('import')
    .description('Import an organization file, Kubernetes sigs.yaml, or Jira REST search pages.')
    .addArgument(new Argument('<kind>').choices(Object.keys(KINDS)))
    .argument('<path...>', 'files of that kind')
    .requiredOption('--organization <slug>')
    .option('--mapping <file>', 'JSON with the choices that the preview shows')
    .option('--preview', 'say what would happen; change nothing')
    .option('--json', 'print one JSON object')
    .action(async (kind: keyof typeof KINDS, paths: string[], options: ImportOptions) => {
      const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), content: await read(path) })));
      const mapping = options.mapping ? parse(options.mapping, (await read(options.mapping)).toString()) : {};
      const outcome = await withOperatorApp(async (app) => {
        const organizationId = await organizationOf(app, options.organization);
        const runner = app.get(ImportRunner, { strict: false });
        const order = { organizationId, kind: KINDS[kind], files, mapping };
        return options.preview ? runner.preview(order) : runner.apply(order);
      });
      console.log(options.json ? JSON.stringify(outcome) : sentence(outcome));
      if (outcome.refused !== undefined) process.exitCode = 1;
    });
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new StartError(`The file ${path} cannot be read.`);
  }
}

function parse(path: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value));
  } catch {
    // Falls through.
  }
  throw new StartError(`The mapping ${path} is no JSON object.`);
}

function sentence(outcome: Awaited<ReturnType<ImportRunner['apply']>>): string {
  const parts = (['created', 'updated', 'ended', 'unchanged'] as const).map(
    (effect) =>
      `${effect}: ${
        Object.entries(outcome[effect])
          .map(([kind, count]) => `${count} ${kind}`)
          .join(', ') || 'nothing'
      }`,
  );
  return [...parts, ...outcome.problems.map((problem) => `problem at ${problem.where}: ${problem.what}`)].join('\n');
}
