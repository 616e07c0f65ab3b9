import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { Argument, Command } from 'commander';
import { ImportRunner, type ImportFile } from '../features/imports/public.js';
import { StartError } from '../start-error.js';
import { withOperatorApp } from './operator-app.js';
import { organizationOf } from './organization-option.js';

const KINDS = { org: 'ORG', sigs: 'SIGS', 'jira-json': 'JIRA_JSON', adr: 'ADR', kep: 'KEP' } as const;
/** What of a folder is read. */
const OF_FOLDER = { adr: /\.(?:md|markdown)$/iu, kep: /^kep\.ya?ml$/iu };

interface ImportOptions {
  organization: string;
  mapping?: string;
  preview?: boolean;
  json?: boolean;
}

/** `import`: previews or applies files; running the same ones again changes nothing. */
export function importCommand(): Command {
  return new Command('import')
    .description('Import an organization file, Kubernetes sigs.yaml, Jira REST search pages, or decision records.')
    .addArgument(new Argument('<kind>').choices(Object.keys(KINDS)))
    .argument('<path...>', 'files of that kind; for adr and kep folders and zips as well')
    .requiredOption('--organization <slug>')
    .option('--mapping <file>', 'JSON with the choices that the preview shows')
    .option('--preview', 'say what would happen; change nothing')
    .option('--json', 'print one JSON object')
    .action(async (kind: keyof typeof KINDS, paths: string[], options: ImportOptions) => {
      const files = (await Promise.all(paths.map((path) => filesOf(kind, path)))).flat();
      const chosen = options.mapping ? parse(options.mapping, (await read(options.mapping)).toString()) : {};
      // Named as a zip of the folder would be.
      const source = await folderName(kind, paths);
      const mapping = source === undefined ? chosen : { source, ...chosen };
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

async function filesOf(kind: keyof typeof KINDS, path: string): Promise<ImportFile[]> {
  const isFolder = (kind === 'adr' || kind === 'kep') && (await isDirectory(path));
  if (!isFolder) return [{ name: basename(path), content: await read(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isFile() && OF_FOLDER[kind].test(entry.name));
  const paths = wanted.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Promise.all(
    paths.map(async (file) => ({ name: relative(path, file).split(sep).join('/'), content: await read(file) })),
  );
}

async function folderName(kind: keyof typeof KINDS, [path, ...others]: string[]): Promise<string | undefined> {
  const isOne = (kind === 'adr' || kind === 'kep') && path !== undefined && others.length === 0;
  return isOne && (await isDirectory(path)) ? basename(resolve(path)) : undefined;
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new StartError(`The path ${path} cannot be read.`);
  }
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
