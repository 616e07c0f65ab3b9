import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject, run, tool, toolEnvironment, TURBO } from './project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, note?: string }} Outcome */
/** @typedef {{ name: string, run: () => Promise<Outcome> }} Step */

const WORKERS = '--maxWorkers=2';
const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** In order; each runs whatever became of the others. */
/** @type {Step[]} */
export const steps = [
  check('build', TURBO, 'run', 'build', '--output-logs=errors-only'),
  { name: 'drift', run: drift },
  check('lint', TURBO, 'run', 'lint', '--continue', '--output-logs=errors-only'),
  check(
    'styles',
    'stylelint/bin/stylelint.mjs',
    '--config',
    'packages/config/stylelint.json',
    '{apps,packages}/*/src/**/*.css',
  ),
  check(
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    'packages/config/boundaries.cjs',
    'apps',
    'packages',
  ),
  check('typecheck', TURBO, 'run', 'typecheck', '--continue', '--output-logs=errors-only'),
  check('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  jest('domain', 'packages/domain'),
  jest('api', 'apps/api'),
  jest('web', 'apps/web'),
  { name: 'journeys', run: journeys },
];

/** A tool that is content or not: one test. It is heard only when it is not. */
function check(name, script, ...args) {
  return {
    name,
    run: async () => {
      const { code, output } = await run(process.execPath, [tool(script), ...args], { output: 'keep' });
      if (code !== 0) process.stdout.write(`${output.trim()}\n`);
      return passOrFail(code);
    },
  };
}

/** Committed catalogues (schema, permissions, events) equal what the code would generate. */
async function drift() {
  const script = inProject('apps/api/dist/src/cli/catalogues.js');
  if (!existsSync(script))
    return { passed: 0, failed: 0, skipped: 1, note: 'apps/api/dist/src/cli/catalogues.js is not there' };
  return passOrFail((await run(process.execPath, [script, '--check'])).code);
}

function jest(name, folder) {
  return {
    name,
    run: async () => {
      const results = mkdtempSync(join(tmpdir(), 'chapterhouse-results-'));
      const file = join(results, 'jest.json');
      const script = [tool('jest/bin/jest.js'), WORKERS, '--json', `--outputFile=${file}`];
      const { code } = await run(process.execPath, script, { cwd: inProject(folder) });
      const counted = existsSync(file)
        ? jestOutcome(JSON.parse(readFileSync(file, 'utf8')))
        : { passed: 0, failed: 0, skipped: 0 };
      rmSync(results, { recursive: true });
      return code === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) };
    },
  };
}

/** A file that could not even be loaded counts as one failed test. */
function jestOutcome(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The journeys in a real browser. Their script may write `{"passed":…,"failed":…,"skipped":…}` to the file named by
 * CHAPTERHOUSE_JOURNEY_RESULTS; otherwise its exit code is one test.
 */
async function journeys() {
  const script = inProject('apps/web/e2e/run.mjs');
  if (!existsSync(script)) return { passed: 0, failed: 0, skipped: 1, note: 'apps/web/e2e/run.mjs is not there' };
  const chromium = [process.env.CHROMIUM_PATH, ...CHROMIUMS].find((path) => path && existsSync(path));
  if (chromium === undefined) {
    const note =
      'no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH, then `npm test -- journeys`';
    return { passed: 0, failed: 0, skipped: 1, note };
  }
  const results = mkdtempSync(join(tmpdir(), 'chapterhouse-results-'));
  const file = join(results, 'journeys.json');
  const env = { ...toolEnvironment, CHROMIUM_PATH: chromium, CHAPTERHOUSE_JOURNEY_RESULTS: file };
  const { code } = await run(process.execPath, [script], { env });
  const counted = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : passOrFail(code);
  rmSync(results, { recursive: true });
  const outcome = { passed: counted.passed ?? 0, failed: counted.failed ?? 0, skipped: counted.skipped ?? 0 };
  return code === 0 ? outcome : { ...outcome, failed: Math.max(1, outcome.failed) };
}

function passOrFail(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}
