import { gzipSync } from 'node:zlib';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { say } from './src/built-product.mjs';
import { openHouse } from './src/house.mjs';
import { median, ratio, report, rounded } from './src/results.mjs';
import { startServerProcess } from './src/server-process.mjs';

/**
 * The board in Chromium with 100 and with 1,000 open impediments: until it answers, while it is scrolled and while a card
 * is dragged, and from the key that raises one to its card. Both sizes take turns in one run; what counts is their ratio.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const SIZES = [100, 1000];
const WEB = resolve(import.meta.dirname, '../apps/web/dist');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'];

const houses = [];
let browser;
try {
  for (const open of SIZES) {
    const house = await openHouse({ history: 2000, open });
    const server = await startServerProcess('./product-server.mjs', {
      databaseUrl: house.url,
      secret: house.secret,
      webFolder: WEB,
    });
    houses.push({ open, house, server, runs: [] });
  }
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS });
  for (let round = 0; round < Number(options.rounds); round += 1)
    for (const one of round % 2 === 0 ? houses : [...houses].reverse()) one.runs.push(await visit(one));

  const [small, large] = houses;
  const list = (one, field) => one.runs.map((run) => run[field]);
  const compare = (what, field) =>
    ratio(`Board screen, 1,000 to 100 open: ${what}`, list(large, field), list(small, field));
  const ratios = [
    compare('time from navigation until it answers', 'ready'),
    compare('95th percentile of frames while scrolling', 'scrollP95'),
    compare('95th percentile of frames while dragging', 'dragP95'),
    compare('longest frame while dragging', 'dragWorst'),
    compare('time from the key that raises to the card', 'raise'),
  ];
  for (const one of houses) {
    const mid = (field) => rounded(median(list(one, field)));
    say(
      `${one.open} open: ready ${mid('ready')} ms; frames while scrolling p50 ${mid('scrollP50')}, p95 ${mid('scrollP95')}, ` +
        `longest ${mid('scrollWorst')} ms; while dragging p50 ${mid('dragP50')}, p95 ${mid('dragP95')}, longest ${mid('dragWorst')} ms; ` +
        `raise to card ${mid('raise')} ms; script ${mid('script')} kB gzip`,
    );
  }
  if (options['dry-run'])
    for (const row of ratios) say(`${row.what}: ${row.ratio} (rounds ${row.lowest} to ${row.highest})`);
  else report('board-screen', { sizes: SIZES, teams: 48, rounds: Number(options.rounds) }, ratios);
} finally {
  await browser?.close();
  for (const { server, house } of houses) {
    await server.stop();
    await house.close();
  }
}

/** One person's visit with an empty browser cache. */
async function visit({ house, server }) {
  const address = `http://127.0.0.1:${server.port}`;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const [cookie] = house.cookies;
  await context.addCookies([{ name: 'chapterhouse', value: cookie, url: address }]);
  const page = await context.newPage();
  const scripts = [];
  const count = (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length / 1000));
  };
  page.on('response', count);
  const began = performance.now();
  await page.goto(`${address}/impediments?lanes=team`);
  await page.locator('[data-card-key]').first().waitFor();
  // It answers: a frame goes by without work before it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const ready = performance.now() - began;
  await page.waitForLoadState('networkidle');
  page.off('response', count);
  const loaded = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);

  const scroll = await frames(page, async () => {
    await page.mouse.move(700, 500);
    for (let step = 0; step < 40; step += 1) await page.mouse.wheel(0, 240);
    for (let step = 0; step < 40; step += 1) await page.mouse.wheel(0, -240);
  });
  const drag = await frames(page, async () => {
    const card = await page.locator('.card--movable').nth(4).boundingBox();
    await page.mouse.move(card.x + 40, card.y + 20);
    await page.mouse.down();
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(card.x + 40 + step * 12, card.y + 20 + step * 4);
    await page.locator('.card--overlay').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });

  await page.goto(`${address}/impediments?lanes=none&sort=age&text=raised+here`);
  await page.getByRole('button', { name: 'Raise impediment' }).first().waitFor();
  await page.keyboard.press('c');
  await page.getByLabel('What is in the way?').fill(`raised here ${Math.random()}`);
  const before = await page.locator('[data-card-key]').count();
  const pressed = performance.now();
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction((count) => document.querySelectorAll('[data-card-key]').length > count, before);
  const raise = performance.now() - pressed;
  await context.close();
  return {
    ready,
    raise,
    script: loaded,
    scrollP50: scroll.p50,
    scrollP95: scroll.p95,
    scrollWorst: scroll.worst,
    dragP50: drag.p50,
    dragP95: drag.p95,
    dragWorst: drag.worst,
  };
}

/** How long the frames of the page took meanwhile, in milliseconds. */
async function frames(page, work) {
  await page.evaluate(() => {
    const times = [];
    let last = performance.now();
    let running = true;
    const tick = () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      if (running) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    window.endFrames = () => {
      running = false;
      return times;
    };
  });
  await work();
  const times = (await page.evaluate(() => window.endFrames())).toSorted((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), worst: times.at(-1) ?? 0 };
}
