import type { ImportKind } from '../../../generated/graphql';
import { refusalOfReply, replyOf } from '../../../platform/files/refusal-of-reply';
import { pathOf } from './chosen-file';

/** What the server answers to a file. */
export type Received = { id: string; version: number };

export type Sending = {
  kind: ImportKind;
  file: File;
  /** The import that it completes; a new one when null. */
  importId: string | null;
  /** Bytes of this file that are on their way. */
  onProgress: (sent: number) => void;
};

/**
 * Sends one file as it is. XMLHttpRequest, because fetch does not tell how much is sent.
 * Rejects with what `shownRefusal` understands: a refusal of the server, or no answer.
 */
export function sendFile({ kind, file, importId, onProgress }: Sending, signal: AbortSignal): Promise<Received> {
  const query = new URLSearchParams({ kind, name: pathOf(file), ...(importId !== null && { import: importId }) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/imports?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-chapterhouse', 'web');
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('error', () => reject(new Error('No answer')));
    request.addEventListener('abort', () => reject(new Error('Stopped')));
    request.addEventListener('load', () => {
      const answer = replyOf(request.responseText);
      const received = request.status === 201 ? receivedOf(answer) : null;
      if (received) resolve(received);
      else reject(refusalOfReply(answer));
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function receivedOf(answer: Record<string, unknown> | null): Received | null {
  const { id, version } = answer ?? {};
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null;
}
