import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { openHouse } from './src/house.mjs';
import { importIn } from './src/import-run.mjs';
import { writeJiraFile } from './src/jira-file.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, issues: { type: 'string', default: '2000,8000' } },
});
const [few = 2000, many = 8000] = options.issues.split(',').map(Number);

// Each import runs in a process of its own, into an organization of its own.
const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-bench-import-'));
const house = await openHouse({ history: 0 });
try {
  const files = Object.fromEntries([few, many].map((count) => [count, writeJiraFile(folder, count)]));
  const runs = { [few]: [], [many]: [], bare: [] };
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const count of [few, many]) runs[count].push(await importIn(house, files[count], count, 'product'));
    runs.bare.push(await importIn(house, files[many], many, 'bare'));
  }
  for (const [name, list] of Object.entries(runs)) {
    const mid = (field) => median(list.map((run) => run[field]));
    say(
      `${name}: ${Math.round(mid('perSecond'))} issues a second, at most ${Math.round(mid('peakMb'))} MB (${Math.round(mid('idleMb'))} MB before)`,
    );
  }
  const of = (name, field) => runs[name].map((run) => run[field]);
  report('import', { few, many, rounds: Number(options.rounds), fileMb: rounded(files[many].megabytes) }, [
    ratio(`Jira import, ${many} issues: issues a second to bare`, of(many, 'perSecond'), of('bare', 'perSecond')),
    ratio(`Jira import, issues a second: ${many} to ${few} issues`, of(many, 'perSecond'), of(few, 'perSecond')),
    ratio(`Jira import, peak memory: ${many} to ${few} issues`, of(many, 'peakMb'), of(few, 'peakMb')),
  ]);
} finally {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}
