import { parentPort, workerData } from 'node:worker_threads';
import WebSocket from 'ws';

const { port, count, cookies, perSession, query } = workerData;
/** The product accepts only so many at once that have not said who they are. */
const OPENED_AT_ONCE = 40;
/** The subscriptions' own load, and their first look at the log. */
const SETTLE_MS = 1500;
const WITHIN_MS = 20_000;

let waiting = 0;
let heard;

for (let from = 0; from < count; from += OPENED_AT_ONCE)
  await Promise.all(Array.from({ length: Math.min(OPENED_AT_ONCE, count - from) }, (_, at) => open(from + at)));
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
parentPort?.on('message', (body) => void change(body).then(tell));
tell('ready');

/** To the thread that measures; a failed change ends this one, which is told too. */
function tell(what) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(what);
}

function open(index) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    perMessageDeflate: false,
    headers: { origin: `http://127.0.0.1:${port}`, cookie: `chapterhouse=${cookies[Math.floor(index / perSession)]}` },
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`closed: ${code} ${reason}`)));
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const text = String(data);
      if (text.includes('"connection_ack"')) {
        if (query)
          socket.send(
            JSON.stringify({ id: '1', type: 'subscribe', payload: { query, operationName: 'ImpedimentChanges' } }),
          );
        resolve();
      } else if (text.includes('"next"')) {
        waiting -= 1;
        if (waiting === 0) heard?.(text);
      }
    });
  });
}

async function change(body) {
  waiting = count;
  const all = new Promise((resolve, reject) => {
    heard = resolve;
    setTimeout(() => reject(new Error(`${waiting} of ${count} viewers have not heard of it.`)), WITHIN_MS).unref();
  });
  const headers = { 'content-type': 'application/json', cookie: `chapterhouse=${cookies[0]}` };
  const reply = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  const answer = await reply.text();
  if (!reply.ok || answer.includes('"errors"')) throw new Error(answer.slice(0, 500));
  return { last: await all };
}
