import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { collectValues, type Environment, type SettingsProblem } from './environment.js';

export interface Settings {
  /** Address to listen on. */
  host: string;
  port: number;
  /** Where people reach the web app: origin without a trailing slash; the only Origin that sockets and forms may have. */
  publicUrl: string;
  /** Absent in the trial: the embedded database is started instead. */
  databaseUrl: string | null;
  /** Absolute path of the folder of the embedded database and of files. */
  dataFolder: string;
  /** Absent only in the trial. */
  sessionSecret: string | null;
  /** How long a statement may take, in milliseconds; what waits for a lock or a connection gives up sooner. */
  databasePatience: number;
  /** Bytes that the pictures of one organization may take. */
  imageQuota: number;
  logLevel: (typeof LOG_LEVELS)[number];
  environment: (typeof ENVIRONMENTS)[number];
  /** No DATABASE_URL: one process with its own embedded database. */
  trial: boolean;
  /** A trial that only this machine can reach, by address and by PUBLIC_URL: the demo's one-click door may exist. */
  trialOnLoopback: boolean;
}

/** Lists every wrong variable by its name with the remedy; never contains a value. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly SettingsProblem[]) {
    super(['These settings are wrong:', ...problems.map(({ name, problem }) => `  ${name} ${problem}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const ENVIRONMENTS = ['production', 'development', 'test'] as const;
const MEGABYTE = 1024 * 1024;
const SECRET_LENGTH = 32;
const SECRET_REMEDY = 'generate one with: openssl rand -base64 48';
const SAMPLE_SECRET =
  /change.?(me|this|it)|replace.?(me|this)|example|sample|insecure|default|password|keyboard.?cat|your.?secret|session.?secret|super.?secret|0123456789|1234567890|abcdefgh/i;

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      'must be a whole number from 1 to 65535',
    )
    .default('3000'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be the address people use, such as https://chapterhouse.example.org, without a path')
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresUrl,
      'must look like postgres://user:password@host:5432/database (or be removed, for the embedded database)',
    )
    .optional(),
  DATABASE_PATIENCE: z
    .string()
    .refine(
      (text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 300,
      'must be a whole number of seconds from 1 to 300',
    )
    .default('5'),
  CHAPTERHOUSE_DATA: z.string().default('./data'),
  SESSION_SECRET: z
    .string()
    .min(SECRET_LENGTH, `must have at least ${SECRET_LENGTH} characters; ${SECRET_REMEDY}`)
    .refine((secret) => !isSampleSecret(secret), `is a sample value that others know too; ${SECRET_REMEDY}`)
    .optional(),
  IMAGE_QUOTA_MB: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a whole number of megabytes, such as 2048; 0 takes no pictures')
    .default('2048'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  // Unset means production: stack traces and introspection are an explicit wish.
  NODE_ENV: z
    .enum(ENVIRONMENTS, `must be one of ${ENVIRONMENTS.join(', ')} (or be removed: production)`)
    .default('production'),
});

/** @throws SettingsError with all problems at once. */
export function readSettings(env: Environment): Settings {
  const { values, problems } = collectValues(env, Object.keys(schema.shape));
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      // A short sample secret breaks two rules; one line each is enough.
      if (!problems.some((known) => known.name === name)) problems.push({ name, problem: issue.message });
    }
  }
  const secretIsMissing =
    values['SESSION_SECRET'] === undefined && !problems.some(({ name }) => name.startsWith('SESSION_SECRET'));
  if (secretIsMissing && (env['DATABASE_URL'] ?? env['DATABASE_URL_FILE']) !== undefined) {
    problems.push({ name: 'SESSION_SECRET', problem: `is required together with DATABASE_URL; ${SECRET_REMEDY}` });
  }
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);

  const { HOST: host, DATABASE_URL: databaseUrl = null, ...rest } = parsed.data;
  const port = Number(rest.PORT);
  const publicUrl =
    rest.PUBLIC_URL === undefined ? `http://${hostInUrl(host)}:${port}` : new URL(rest.PUBLIC_URL).origin;
  const trial = databaseUrl === null;
  return {
    host,
    port,
    publicUrl,
    databaseUrl,
    dataFolder: resolve(projectFolder(), rest.CHAPTERHOUSE_DATA),
    sessionSecret: rest.SESSION_SECRET ?? null,
    databasePatience: Number(rest.DATABASE_PATIENCE) * 1000,
    imageQuota: Number(rest.IMAGE_QUOTA_MB) * MEGABYTE,
    logLevel: rest.LOG_LEVEL,
    environment: rest.NODE_ENV,
    trial,
    trialOnLoopback: trial && isLoopback(host) && isLoopback(new URL(publicUrl).hostname),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** "All addresses" is nothing a browser can open. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isSampleSecret(secret: string): boolean {
  return SAMPLE_SECRET.test(secret) || new Set(secret).size < 10;
}

/** The folder of the root package.json, from source and from dist (which lie at different depths). */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'turbo.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('turbo.json, the mark of the project folder, was not found');
    folder = parent;
  }
  return folder;
}
