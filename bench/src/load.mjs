import { Worker } from 'node:worker_threads';

/**
 * Keeps so many connections busy for a while, from a thread of its own. Sessions take turns by connection.
 * @param {{ port: number, connections: number, seconds: number, cookies?: string[], body?: string, writes?: object }} order
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, count: number, bytes: number }>} milliseconds
 */
export function load(order) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load-worker.mjs', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
