import { CombinedGraphQLErrors } from '@apollo/client';
import type { ImportKind } from '../../../generated/graphql';

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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Sends one file as it is. XMLHttpRequest, because fetch does not tell how much is sent.
 * Rejects with what `shownRefusal` understands: a refusal of the server, or no answer.
 */
export function sendFile({ kind, file, importId, onProgress }: Sending, signal: AbortSignal): Promise<Received> {
  const query = new URLSearchParams({ kind, name: file.name, ...(importId !== null && { import: importId }) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/imports?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-chapterhouse', 'web');
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('error', () => reject(new Error('No answer')));
    request.addEventListener('abort', () => reject(new Error('Stopped')));
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      const received = request.status === 201 ? receivedOf(answer) : null;
      if (received) resolve(received);
      else reject(refusalOf(answer));
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's page instead of our answer.
  }
}

function receivedOf(answer: unknown): Received | null {
  if (!isRecord(answer)) return null;
  const { id, version } = answer;
  return typeof id === 'string' && typeof version === 'number' ? { id, version } : null;
}

/** The upload refuses like a mutation does, so that the same words fit. */
function refusalOf(answer: unknown): CombinedGraphQLErrors {
  const { message, code, details, ...rest } = isRecord(answer) ? answer : {};
  const extensions = { code, details: isRecord(details) ? details : rest };
  return new CombinedGraphQLErrors({ errors: [{ message: typeof message === 'string' ? message : '', extensions }] });
}
