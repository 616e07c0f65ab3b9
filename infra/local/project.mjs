/** What the scripts of this folder share: where things are, and how a step is run. No dependencies: nothing may be installed yet. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const inProject = (...names) => join(projectFolder, ...names);
/** A tool's own script, run by this very Node: works alike on systems where `.bin` holds shell files. */
export const tool = (script) => inProject('node_modules', script);
export const TURBO = 'turbo/bin/turbo';
export const toolEnvironment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
};

/** Something that the person at the keyboard can mend: shown without a stack. */
export class Advice extends Error {}

/**
 * Runs a program in the project's folder (or `cwd`) and hands on the signals that reach us meanwhile.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'show' | 'to-stderr' | 'keep', shell?: boolean }} [how]
 * @returns {Promise<{ code: number, output: string }>} `output` only when kept
 */
export function run(
  program,
  args,
  { cwd = projectFolder, env = toolEnvironment, output = 'show', shell = false } = {},
) {
  const stdio = {
    show: ['ignore', 'inherit', 'inherit'],
    'to-stderr': ['ignore', 2, 2],
    keep: ['ignore', 'pipe', 'pipe'],
  };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, shell, stdio: stdio[output] });
    let kept = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (kept += text));
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const end = (code, text) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve({ code, output: text });
    };
    child.once('error', (error) => end(127, error.message));
    child.once('close', (code, signal) => {
      // Stopped from outside: what was to follow is not wanted any more.
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
      end(code ?? 1, kept);
    });
  });
}

/** @throws Advice when the project's folder cannot be written to; `why` completes "… is needed to". */
export function demandWritable(why) {
  try {
    accessSync(projectFolder, constants.W_OK);
  } catch {
    throw new Advice(
      `You may not write to ${projectFolder}, which is needed to ${why}.\n` +
        'Work in a copy of your own (git clone it into your home), or let its owner run `npm start` once.',
    );
  }
}

/** Runs a script's main function; advice is printed plainly, anything else with its stack. */
export async function main(work) {
  endWithNpm();
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Advice ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}

/**
 * npm hands a SIGTERM to the shell between us, which dies and leaves us running with a port and a database; a killed npm
 * tells nobody at all. So when the shell has gone, we take it for the signal.
 */
function endWithNpm() {
  const shell = process.ppid;
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32' || shell === 1) return;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
