import { once } from 'node:events';
import WebSocket from 'ws';
import { orderChangedDocument } from './web-documents.mjs';

/**
 * Looks on at the order of a product over WebSocket.
 * @returns {Promise<{ heard: (least: number) => Promise<number[]>, close: () => void }>} `heard`: bytes of each change so far, once there are so many
 */
export async function orderViewer(port, cookie, productId) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: `chapterhouse=${cookie}`, origin: `http://127.0.0.1:${port}` },
  });
  const sizes = [];
  const arrived = new Set();
  await once(socket, 'open');
  const acknowledged = once(socket, 'message');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await acknowledged;
  socket.on('message', (data) => {
    if (JSON.parse(data.toString()).type !== 'next') return;
    sizes.push(data.length);
    for (const heard of arrived) heard();
  });
  const payload = { operationName: 'OrderChanged', query: orderChangedDocument(), variables: { productId } };
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
  // Until it listens: nothing says so.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    heard: async (least) => {
      while (sizes.length < least) await new Promise((resolve) => arrived.add(resolve));
      return sizes;
    },
    close: () => socket.close(),
  };
}
