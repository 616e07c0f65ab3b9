import { Worker } from 'node:worker_threads';

/**
 * So many viewers, each with a socket of its own and one subscription, in a thread of their own.
 * @param {{ port: number, count: number, cookies: string[], perSession: number, query: string }} order
 */
export async function openViewers(order) {
  const worker = new Worker(new URL('./viewers-worker.mjs', import.meta.url), { workerData: order });
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await answer();
  return {
    /** Sends the body to /graphql and waits until every viewer has heard of it; answers what the last one got. */
    change: (body) => {
      const heard = answer();
      worker.postMessage(body);
      return heard;
    },
    close: () => worker.terminate(),
  };
}
