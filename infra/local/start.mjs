/** `npm start`: from a fresh clone to the running trial. Later starts find everything in place and take a moment. */
import { pathToFileURL } from 'node:url';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { inProject, main } from './project.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

await main(async () => {
  await installWhenNeeded(say);
  await buildWhenNeeded(say);
  // In this very process: signals and the exit code are the server's own.
  await import(pathToFileURL(inProject('apps/api/dist/src/main.js')).href);
});
