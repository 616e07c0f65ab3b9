/** `npm run --silent cli -- <command>`: standard output is the command's alone. */
import { pathToFileURL } from 'node:url';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { inProject, main } from './project.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

await main(async () => {
  await installWhenNeeded(say, 'to-stderr');
  await buildWhenNeeded(say);
  const program = inProject('apps/api/dist/src/cli/main.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
});
