import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice, demandWritable, inProject, run, tool, TURBO } from './project.mjs';

const marker = inProject('node_modules', '.chapterhouse-build');
const sources = ['apps', 'packages', 'package-lock.json', 'turbo.json', 'tsconfig.base.json'];
const results = ['apps/api/dist/src/main.js', 'apps/web/dist/index.html', 'packages/domain/dist'];
const notSources = new Set(['node_modules', 'dist', 'generated', 'coverage', '.turbo', 'e2e', 'README.md']);

/**
 * Builds what changed. When no source has another size or time of change than at the last successful build, not even
 * the build tool is started.
 * @param {(line: string) => void} say
 */
export async function buildWhenNeeded(say) {
  const now = fingerprint();
  const isBuilt = results.every((path) => existsSync(inProject(path)));
  if (isBuilt && existsSync(marker) && readFileSync(marker, 'utf8') === now) return;
  demandWritable('build');
  say('Building …');
  rmSync(marker, { force: true });
  const started = Date.now();
  const { code, output } = await run(process.execPath, [tool(TURBO), 'run', 'build', '--output-logs=errors-only'], {
    output: 'keep',
  });
  if (code !== 0) throw new Advice(`${output.trim()}\n\nThe build failed; what is wrong stands above.`);
  writeFileSync(marker, now);
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function fingerprint() {
  const hash = createHash('sha1');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const stats = statSync(inProject(path));
  if (!stats.isDirectory()) {
    hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(inProject(path)).sort()) {
    if (!notSources.has(name) && !/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name));
  }
}
