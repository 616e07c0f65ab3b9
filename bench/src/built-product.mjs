import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Of the product that is measured: another built checkout, to compare before and after. */
const PRODUCT = process.env.BENCH_PRODUCT ?? ROOT;

/**
 * A module of the built api: what is measured is what runs.
 * @param {string} path below apps/api/src, without its ending
 */
export async function built(path) {
  const file = join(PRODUCT, 'apps/api/dist/src', `${path}.js`);
  if (!existsSync(file)) throw new Error('The api is not built; build it first: npm run build');
  return import(pathToFileURL(file).href);
}

/**
 * The product's settings for a database that runs already.
 * @param {{ databaseUrl: string, secret: string, port?: number }} given
 */
export async function settingsOf({ databaseUrl, secret, port = 3000 }) {
  const { readSettings } = await built('platform/settings/settings');
  return readSettings({ DATABASE_URL: databaseUrl, SESSION_SECRET: secret, PORT: String(port) });
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}
