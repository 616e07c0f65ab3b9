/**
 * `npm test`: installs when needed and runs everything to the end; `npm test -- api web` runs only these steps (after the
 * build, which they need). The last line is `N passed, N failed[, N skipped]`; exit code 1 on any failure, 2 on wrong usage.
 */
import { installWhenNeeded } from './install-when-needed.mjs';
import { main } from './project.mjs';
import { steps } from './test-steps.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

await main(async () => {
  const wanted = process.argv.slice(2);
  const names = steps.map((step) => step.name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no step ${unknown.join(', ')}. Steps: ${names.join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  await installWhenNeeded(say);

  const outcomes = [];
  for (const step of steps) {
    if (wanted.length > 0 && step.name !== 'build' && !wanted.includes(step.name)) continue;
    say(`\n== ${step.name}`);
    const started = Date.now();
    const outcome = await step.run();
    outcomes.push({ ...outcome, name: step.name, seconds: (Date.now() - started) / 1000 });
    if (outcome.note !== undefined) say(`Not run: ${outcome.note}.`);
  }

  say('\n== summary');
  for (const { name, seconds, note, ...counts } of outcomes) {
    say(`${name.padEnd(12)}${line(counts)} (${seconds.toFixed(1)} s)${note === undefined ? '' : ` not run: ${note}`}`);
  }
  const sum = (count) => outcomes.reduce((total, outcome) => total + outcome[count], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  say(`\n${line(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
