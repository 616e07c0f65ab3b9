import { parseArgs } from 'node:util';
import { say } from './src/built-product.mjs';
import { readTruth } from './src/jira-truth.mjs';
import { withIssues } from './src/recall-house.mjs';
import { median, rounded } from './src/results.mjs';

const HOW = `Say in which folder Jira's search pages are (*.json with "issues", as its REST API gives them):

  npm run recall --workspace bench -- <folder> [--projects=ONE,TWO] [--size=20000] [--misses]

--projects  report these projects only; all others are in the database nevertheless
--size      fill up to so many impediments with shuffled texts of the files, and say how long a search takes
--misses    name what was not found`;
const SIMILAR = `query($title: String!, $description: String, $exceptId: ID) {
  similarImpediments(title: $title, description: $description, exceptId: $exceptId) { key } }`;
const BY_KEY = 'query($key: String!) { impediment(key: $key) { id key } }';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    projects: { type: 'string' },
    size: { type: 'string', default: '0' },
    misses: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const truth = folder === undefined ? null : readTruth(folder);
if (truth === null) {
  process.stderr.write(`${folder === undefined ? '' : `No search pages of Jira in ${folder}.\n`}${HOW}\n`);
  process.exit(2);
}

const { issues, same } = truth;
const wanted = options.projects?.split(',');
const asked = issues.filter(
  ({ key, project }) => (same.get(key)?.size ?? 0) > 0 && (wanted === undefined || wanted.includes(project)),
);
await withIssues(issues, async ({ ask, keys, add }) => {
  const found = await searched(ask, keys, ({ title }) => ({ title }));
  tellAll('by its title', found);
  tellAll('by title and description', await searched(ask, keys, ({ title, description }) => ({ title, description })));
  if (options.misses)
    for (const { key, others, at } of found) if (at < 0) say(`missed: ${key} of ${others.join(', ')}`);
  if (Number(options.size) <= issues.length) return;
  await add(fillers(issues, Number(options.size)));
  await tellTimes(ask, keys);
});

/** Each issue asked for as if it were about to be raised: it does not find itself. */
async function searched(ask, keys, words) {
  const found = [];
  for (const issue of asked) {
    const { key, project } = issue;
    const { impediment } = await ask(BY_KEY, { key: keys.get(key) });
    const { similarImpediments } = await ask(SIMILAR, { ...words(issue), exceptId: impediment.id });
    const others = [...(same.get(key) ?? [])];
    const here = new Set(others.map((other) => keys.get(other)));
    found.push({ key, project, others, at: similarImpediments.findIndex((one) => here.has(one.key)) });
  }
  return found;
}

function tellAll(how, found) {
  say(`Asked ${how}:`);
  for (const project of [...new Set(found.map((one) => one.project))].toSorted())
    tell(
      project,
      found.filter((one) => one.project === project),
    );
  tell('all of them', found);
}

function tell(name, found) {
  const share = (part) => `${part} of ${found.length} (${((100 * part) / found.length).toFixed(0)} %)`;
  const within = (first) => found.filter(({ at }) => at >= 0 && at < first).length;
  const reciprocal = rounded(found.reduce((sum, { at }) => sum + (at < 0 ? 0 : 1 / (at + 1)), 0) / found.length);
  say(`  ${name}: recall@5 ${share(within(5))}, recall@1 ${share(within(1))}, mean reciprocal rank ${reciprocal}`);
}

/** Real words in the frequency that they have: the title of one issue, the description of another. */
function fillers(real, size) {
  return Array.from({ length: Math.max(0, size - real.length) }, (_, n) => {
    const [one, other] = [real[(n * 7919) % real.length], real[(n * 104_729 + 1) % real.length]];
    const words = one.title.split(' ');
    const half = Math.ceil(words.length / 2);
    const title = [...words.slice(0, half), ...other.title.split(' ').slice(-half)].join(' ').slice(0, 200).trim();
    return { ...one, key: `filler ${n}`, title, description: other.description, comments: [] };
  });
}

/** What counts is the ratio to reading one impediment through the same door. */
async function tellTimes(ask, keys) {
  const titles = issues.filter((_, index) => index % Math.ceil(issues.length / 300) === 0).map(({ title }) => title);
  const timed = async (work) => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  const [one] = keys.values();
  const [searches, reads] = [[], []];
  for (const title of titles) {
    searches.push(await timed(() => ask(SIMILAR, { title })));
    reads.push(await timed(() => ask(BY_KEY, { key: one })));
  }
  const late = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
  const of = (times) => `${rounded(median(times))} ms, 95 % within ${rounded(late(times))} ms`;
  say(
    `With ${keys.size} impediments a search takes ${of(searches)}; reading one ${of(reads)}: ratio ${rounded(median(searches) / median(reads))}`,
  );
}
