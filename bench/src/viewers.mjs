import { Worker } from 'node:worker_threads';

/**
 * So many viewers, each with a socket of its own and one subscription, in a thread of their own.
 * @param {{ port: number, count: number, cookies: string[], perSession: number, query: string }} order
 */
export async function openViewers(order) {
  const worker = new Worker(new URL('./viewers-worker.mjs', import.meta.url), { workerData: order });
  const failed = new Promise((_, reject) => worker.once('error', reject));
  failed.catch(() => undefined);
  const answer = () => Promise.race([failed, new Promise((resolve) => worker.once('message', resolve))]);
  await answer();
  return {
    /** Sends the body to /graphql and waits until every viewer has heard of it; answers what the last one got. */
    change: (body) => {
      const heard = answer();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      worker.postMessage(body);
      return heard;
    },
    close: () => worker.terminate(),
  };
}
