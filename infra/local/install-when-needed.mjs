import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Advice, demandWritable, inProject, projectFolder, run } from './project.mjs';

const NODE_AT_LEAST = [20, 19];
const lockFile = inProject('package-lock.json');
const marker = inProject('node_modules', '.chapterhouse-install');
/** npm's own record of an installation; it is written last. */
const npmsRecord = inProject('node_modules', '.package-lock.json');

/**
 * Checks Node, and runs `npm ci` when the installed packages are not those of package-lock.json.
 * @param {(line: string) => void} say
 * @param {'show' | 'to-stderr'} output where npm's own output goes
 */
export async function installWhenNeeded(say, output = 'show') {
  checkNode();
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  if (installedByHand()) {
    writeMarker(wanted);
    return;
  }
  demandWritable('install the packages');
  say('Installing the packages (npm ci; the first time takes a minute) …');
  // NODE_ENV=production must not leave out the build tools.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { code } = npm?.endsWith('npm-cli.js')
    ? await run(process.execPath, [npm, ...args], { output })
    : await run('npm', args, { output, shell: process.platform === 'win32' });
  if (code !== 0) {
    throw new Advice(
      `The packages could not be installed (npm ci ended with ${code}; its message is above).\n` +
        `Check the network and the npm registry, then start again. Folder: ${projectFolder}`,
    );
  }
  writeMarker(wanted);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_AT_LEAST[0] || (major === NODE_AT_LEAST[0] && minor >= NODE_AT_LEAST[1])) return;
  throw new Advice(
    `Chapterhouse needs Node.js >= ${NODE_AT_LEAST.join('.')}; this is ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org or with your version manager (`nvm install 20`).',
  );
}

/** Somebody ran npm after the lock file had changed: its result is as good as ours. */
function installedByHand() {
  return existsSync(npmsRecord) && statSync(npmsRecord).mtimeMs >= statSync(lockFile).mtimeMs;
}

function writeMarker(wanted) {
  try {
    writeFileSync(marker, wanted);
  } catch (error) {
    // Somebody else's installation that we may read: good enough, only looked at again the next time.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
}
