import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { writer } from './write-requests.mjs';

/** What is answered in the first moments is not counted. */
const WARM_MS = 300;

const { port, connections, seconds, cookies, body, writes } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const until = performance.now() + WARM_MS + seconds * 1000;
const countFrom = performance.now() + WARM_MS;
const latencies = [];
let bytes = 0;

await Promise.all(Array.from({ length: connections }, (_, index) => keepAsking(index)));
agent.destroy();
latencies.sort((a, b) => a - b);
const result = {
  count: latencies.length,
  perSecond: latencies.length / seconds,
  p50: latencies[Math.floor(latencies.length * 0.5)],
  p99: latencies[Math.floor(latencies.length * 0.99)],
  bytes,
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort?.postMessage(result);

async function keepAsking(index) {
  const next = writes ? writer(writes, index, connections) : undefined;
  let answer;
  while (performance.now() < until) {
    const startedAt = performance.now();
    answer = await ask(next ? next(answer) : body, next !== undefined, cookies?.[index % cookies.length]);
    const endedAt = performance.now();
    if (endedAt >= countFrom && endedAt <= until) latencies.push(endedAt - startedAt);
  }
}

/** Sends one request and reads all of its answer; its text only when it is wanted. */
function ask(text, wanted, cookie) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...(cookie && { cookie: `chapterhouse=${cookie}` }),
    };
    const sent = request({ agent, host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => {
        bytes += chunk.length;
        if (wanted || chunks.length === 0) chunks.push(chunk);
      });
      response.on('end', () => {
        const start = chunks[0]?.subarray(0, 12).toString() ?? '';
        if (response.statusCode === 200 && !start.startsWith('{"errors"'))
          resolve(wanted ? Buffer.concat(chunks).toString() : undefined);
        else reject(new Error(`${response.statusCode} ${Buffer.concat(chunks).toString().slice(0, 500)}`));
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
