import { createReadStream } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';
import { type FieldProblem, Refusal } from '@chapterhouse/domain/refusal';
import type { INestApplicationContext } from '@nestjs/common';
import { Argument, Command } from 'commander';
import { ImportMappingsService, ImportRunner, type ImportFile } from '../features/imports/public.js';
import { StartError } from '../start-error.js';
import { withOperatorApp } from './operator-app.js';
import { organizationOf } from './organization-option.js';

const KINDS = {
  org: 'ORG',
  sigs: 'SIGS',
  'jira-json': 'JIRA_JSON',
  'jira-csv': 'JIRA_CSV',
  adr: 'ADR',
  kep: 'KEP',
  ics: 'CALENDAR',
  playbook: 'PLAYBOOK',
} as const;
/** Files of these may be large: read as they are needed. */
const STREAMED: readonly string[] = ['jira-json', 'jira-csv'];
/** What of a folder is read; of a playbook's everything is named, for links may lead to it. */
const OF_FOLDER = { adr: /\.(?:md|markdown)$/iu, kep: /^kep\.ya?ml$/iu, ics: /\.(?:ics|toml)$/iu, playbook: /(?:)/u };

const takesFolders = (kind: keyof typeof KINDS): kind is keyof typeof OF_FOLDER => Object.hasOwn(OF_FOLDER, kind);

interface ImportOptions {
  organization: string;
  source?: string;
  community?: string;
  mapping?: string;
  savedMapping?: string;
  preview?: boolean;
  json?: boolean;
}

/** `import`: previews or applies files; running the same ones again changes nothing. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'Import an organization file, Kubernetes sigs.yaml, Jira REST search pages or CSV exports, decision records, calendars, or playbooks.',
    )
    .addArgument(new Argument('<kind>').choices(Object.keys(KINDS)))
    .argument('<path...>', 'files of that kind; for adr, kep, ics and playbook folders and zips as well')
    .requiredOption('--organization <slug>')
    .option('--source <name>', 'of adr, kep and playbook: what the folder is called, instead of its own name')
    .option(
      '--community <name>',
      'of a playbook: the community that keeps it, by name or id; founded if it is not there',
    )
    .option('--mapping <file>', 'JSON with the choices that the preview shows')
    .option('--saved-mapping <name>', 'choices that were saved under this name; those of --mapping go before them')
    .option('--preview', 'say what would happen; change nothing')
    .option('--json', 'print one JSON object')
    .action(async (kind: keyof typeof KINDS, paths: string[], options: ImportOptions) => {
      if (options.community !== undefined && kind !== 'playbook')
        throw new StartError('Only a playbook belongs to a community: leave --community out.');
      if (options.source !== undefined && !isNamed(kind))
        throw new StartError('Only folders of adr, kep and playbook have a name: leave --source out.');
      const files = (await Promise.all(paths.map((path) => filesOf(kind, path)))).flat();
      const chosen = options.mapping ? parse(options.mapping, (await read(options.mapping)).toString()) : {};
      // Named as a zip of the folder would be.
      const name = await folderName(kind, paths);
      const { source, community } = options;
      const mapping = {
        ...(name !== undefined && { source: name }),
        ...chosen,
        ...(source !== undefined && { source }),
        ...(community !== undefined && { community }),
      };
      const outcome = await withOperatorApp(async (app) => {
        const organizationId = await organizationOf(app, options.organization);
        const runner = app.get(ImportRunner, { strict: false });
        const saved =
          options.savedMapping === undefined ? {} : await savedMapping(app, organizationId, kind, options.savedMapping);
        const order = { organizationId, kind: KINDS[kind], files, mapping: { ...saved, ...mapping } };
        return options.preview ? runner.preview(order) : runner.apply(order, { progress });
      }).catch(reportOf);
      console.log(options.json ? JSON.stringify(outcome) : sentence(outcome));
      if (outcome.refused !== undefined) process.exitCode = 1;
    });
}

/** On a terminal only: scripts read what is printed. */
async function progress(done: number, total: number): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write(`\r${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
}

async function savedMapping(
  app: INestApplicationContext,
  organizationId: string,
  kind: keyof typeof KINDS,
  name: string,
): Promise<object> {
  const mappings = app.get(ImportMappingsService, { strict: false });
  const mapping = await mappings.named(organizationId, KINDS[kind], name);
  if (mapping === undefined) throw new StartError(`No mapping of ${kind} is saved under the name ${name}.`);
  return mapping;
}

async function filesOf(kind: keyof typeof KINDS, path: string): Promise<ImportFile[]> {
  const isFolder = takesFolders(kind) && (await isDirectory(path));
  if (STREAMED.includes(kind)) return [await streamed(path)];
  if (!isFolder) return [{ name: basename(path), content: await read(path) }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isFile() && OF_FOLDER[kind].test(entry.name));
  const pathOf = (entry: (typeof entries)[number]): string => join(entry.parentPath, entry.name);
  const nameOf = (file: string): string => relative(path, file).split(sep).join('/');
  const found = wanted.map(pathOf).sort();
  const files = await Promise.all(
    found.map(async (file) => {
      const name = nameOf(file);
      return kind === 'playbook' ? { ...(await streamed(file)), name } : { name, content: await read(file) };
    }),
  );
  if (kind !== 'playbook') return files;
  // Not followed, but named: the report says so, and addresses may lead to them.
  const links = entries
    .filter((entry) => entry.isSymbolicLink())
    .map(pathOf)
    .sort();
  return [...files, ...links.map((file) => ({ name: nameOf(file), content: Buffer.alloc(0), isLink: true }))];
}

function isNamed(kind: keyof typeof KINDS): boolean {
  return kind !== 'ics' && takesFolders(kind);
}

async function folderName(kind: keyof typeof KINDS, [path, ...others]: string[]): Promise<string | undefined> {
  const isOne = isNamed(kind) && path !== undefined && others.length === 0;
  return isOne && (await isDirectory(path)) ? basename(resolve(path)) : undefined;
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw new StartError(`The path ${path} cannot be read.`);
  }
}

async function streamed(path: string): Promise<ImportFile> {
  try {
    await access(path);
  } catch {
    throw new StartError(`The file ${path} cannot be read.`);
  }
  return { name: basename(path), content: () => createReadStream(path) };
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

/** Choices that make no sense refuse all of it: scripts read why where they read every problem. */
function reportOf(error: unknown): ImportReport {
  const given = error instanceof Refusal && error.code === 'INVALID_INPUT' ? error.details['fields'] : undefined;
  const problems = (Array.isArray(given) ? given : []).flatMap((one: unknown) =>
    isFieldProblem(one) ? { where: one.field, what: one.problem } : [],
  );
  const [first] = problems;
  if (first === undefined) throw error;
  return { created: {}, updated: {}, ended: {}, unchanged: {}, problems, refused: first.what };
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'field' in value && 'problem' in value;
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
