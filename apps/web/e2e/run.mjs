#!/usr/bin/env node
/**
 * Journeys in Chromium against the real, built app: `node e2e/run.mjs [part of a name…] [--outputFile <json>]`.
 * Each `*.journey.mjs` exports `name` and `async run({ browser, address, person, expect, checkAccessibility, restart })`.
 * The app starts fresh for each journey, on a free port with a data folder of its own: empty, or with the demo where it
 * exports `withDemo`; set
 * CHAPTERHOUSE_E2E_KEEP=1 to keep the folder and its log. CHROMIUM_PATH names another browser.
 * Two go at once where there are two processors; CHAPTERHOUSE_JOURNEYS_AT_ONCE says otherwise.
 */
import { readdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { checkAccessibility } from './accessibility.mjs';
import { preparedData, startApp } from './app.mjs';
import { expect } from './expect.mjs';
import { personIn } from './person.mjs';

/** A journey that takes longer, in milliseconds, has hung; one that is known to be long says its own `limit`. */
const LIMIT = 600_000;

/** One walks while another waits for its app or its browser; more would wait for one another's processor. */
const AT_ONCE = Math.max(
  1,
  Number(process.env.CHAPTERHOUSE_JOURNEYS_AT_ONCE ?? Math.min(2, availableParallelism())) || 1,
);

const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { outputFile: { type: 'string' } },
});

const files = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.journey.mjs'))
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
  .toSorted();

const results = [];
const prepared = preparedData();
let browser;
try {
  if (files.length > 0) {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: CHROMIUM_FLAGS,
    });
  }
  const journeys = await Promise.all(files.map(load));
  // The longest first, so that none is left to walk alone at the end.
  const waiting = journeys.toSorted((one, other) => other.limit - one.limit);
  const walkOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await walk(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walkOn));
} catch (error) {
  console.error(`The journeys could not begin: ${error.message}`);
  console.error('Set CHROMIUM_PATH to a Chromium or Chrome, and build the app first: npm run build');
  results.push({ name: 'start', failure: error });
} finally {
  await browser?.close();
  await prepared.remove();
}

const failed = results.filter(({ failure }) => failure).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
// `npm test` counts each journey.
const countFile = process.env.CHAPTERHOUSE_JOURNEY_RESULTS;
if (countFile) await writeFile(countFile, JSON.stringify({ passed: results.length - failed, failed }));
if (values.outputFile) await writeFile(values.outputFile, JSON.stringify(summary(), null, 2));
process.exitCode = failed > 0 ? 1 : 0;

async function load(file) {
  const { name = file, limit = LIMIT, withDemo = false, run } = await import(new URL(file, import.meta.url).href);
  return { file, name, limit, withDemo, run };
}

/** Walks one journey in an app of its own and says how it went. */
async function walk({ file, name, limit, withDemo, run }) {
  const began = performance.now();
  const contexts = [];
  let app;
  let failure = null;
  try {
    app = await startApp({ from: await prepared.folder(withDemo) });
    const tools = {
      browser,
      address: app.address,
      expect,
      checkAccessibility,
      restart: (options) => app.restart(options),
      kill: () => app.kill(),
      person: (options) => personIn({ browser, address: app.address, contexts }, options),
    };
    await withLimit(run(tools), limit);
  } catch (error) {
    failure = error;
    await picture(contexts, file);
  }
  for (const context of contexts) await context.close().catch(() => {});
  await app?.stop();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${failure ? 'FAIL' : 'PASS'} ${name} (${seconds} s)`);
  if (failure) {
    console.log(failure.stack ?? String(failure));
    if (app) console.log(`--- the end of the app's log\n${app.lastLines()}`);
  }
  return { name, file, failure, milliseconds: Math.round(performance.now() - began) };
}

/** What each open page looked like when it failed. */
async function picture(contexts, file) {
  let number = 0;
  for (const context of contexts) {
    for (const page of context.pages()) {
      number += 1;
      const path = `${import.meta.dirname}/../test-results/${file}-${number}.png`;
      await page.screenshot({ path }).then(
        () => console.log(`Picture: ${path}`),
        () => {},
      );
    }
  }
}

async function withLimit(work, milliseconds) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${milliseconds / 1000} s.`)), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The part of jest's summary that the continuous integration reads. */
function summary() {
  return {
    numPassedTests: results.length - failed,
    numFailedTests: failed,
    numPendingTests: 0,
    success: failed === 0,
    testResults: results.map(({ name, file, failure, milliseconds }) => ({
      name: file ?? name,
      status: failure ? 'failed' : 'passed',
      assertionResults: [
        {
          title: name,
          status: failure ? 'failed' : 'passed',
          duration: milliseconds ?? 0,
          failureMessages: failure ? [String(failure.stack ?? failure)] : [],
        },
      ],
    })),
  };
}
