import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, say } from './built-product.mjs';

const FOLDER = join(ROOT, 'bench/results');
const README = join(ROOT, 'bench/README.md');
const [BEGIN, END] = ['<!-- results -->', '<!-- end of results -->'];

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * The ratio of two medians, and how far the ratios of single rounds were apart.
 * @param {string} what is compared, in words; @param {number[]} ours by round; @param {number[]} bare by round
 */
export function ratio(what, ours, bare) {
  const rounds = ours.map((value, index) => value / bare[index]);
  return {
    what,
    ratio: rounded(median(ours) / median(bare)),
    lowest: rounded(Math.min(...rounds)),
    highest: rounded(Math.max(...rounds)),
  };
}

/** Writes bench/results/NAME.json, the table of the README, and the screen. */
export function report(name, about, ratios) {
  mkdirSync(FOLDER, { recursive: true });
  const result = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: availableParallelism(),
    ...about,
    ratios,
  };
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  for (const row of ratios) say(`${row.what}: ${row.ratio} (rounds ${row.lowest} to ${row.highest})`);
  writeTable();
}

function writeTable() {
  if (!existsSync(README)) return;
  const rows = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const { date, ratios } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
      return ratios.map(
        ({ what, ratio: value, lowest, highest }) => `| ${what} | ${value} | ${lowest} to ${highest} | ${date} |`,
      );
    });
  const table = ['| measured | ratio | single rounds | date |', '|---|---|---|---|', ...rows].join('\n');
  const text = readFileSync(README, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  writeFileSync(README, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}

export function rounded(value) {
  return Number(value.toPrecision(value >= 10 ? 3 : 2));
}
