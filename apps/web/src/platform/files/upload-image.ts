import { IMAGE_TYPES, isImageType, MOST_IMAGE_BYTES } from '@chapterhouse/domain/files/image-limits';
import { refuseImage } from '@chapterhouse/domain/files/image-refusals';
import type { Refusal } from '@chapterhouse/domain/refusal';
import { PictureRefused, type Pictures } from '../markdown/pictures';
import { isAway, isUnreachable, markReachable, markUnreachable } from '../offline/connection';
import { type ShownRefusal, shownRefusal } from '../refusals/shown-refusal';
import { markSessionEnded, presentSession } from '../session/session-ended';
import { refusalOfReply, replyOf } from './refusal-of-reply';

/** A line on which 5 MB take longer is none for pictures. */
const LONGEST = 60_000;

/** Where the pictures of texts are kept: on our own server, for the organization. */
export const PICTURES: Pictures = { upload: uploadImage, accept: IMAGE_TYPES.join(',') };

/**
 * Keeps one picture and says under which address it can be seen.
 * @throws PictureRefused with what to do instead
 */
export async function uploadImage(file: File): Promise<{ url: string }> {
  // What the server would refuse anyway is not sent; it looks at the bytes again.
  if (!isImageType(file.type)) throw told(refuseImage('IMAGE_KIND', { kinds: [...IMAGE_TYPES] }));
  if (file.size > MOST_IMAGE_BYTES) throw told(refuseImage('IMAGE_TOO_LARGE', { limit: MOST_IMAGE_BYTES }));
  if (isAway()) throw noConnection();
  const asked = presentSession();
  const { status, text } = await send(file);
  const reply = replyOf(text);
  const url = reply?.['url'];
  if (status === 201 && typeof url === 'string') return { url };
  // A proxy's word that there is no server behind it.
  if (isUnreachable({ statusCode: status })) throw lost({ statusCode: status });
  const refusal = shownRefusal(refusalOfReply(reply));
  if (refusal.code === 'UNAUTHENTICATED') markSessionEnded(asked);
  throw refused(refusal);
}

async function send(file: File): Promise<{ status: number; text: string }> {
  try {
    const reply = await fetch(`/files/images?${new URLSearchParams({ name: file.name }).toString()}`, {
      method: 'POST',
      headers: { 'content-type': file.type, 'x-chapterhouse': 'web' },
      body: file,
      signal: AbortSignal.timeout(LONGEST),
    });
    markReachable();
    return { status: reply.status, text: await reply.text() };
  } catch (error) {
    throw lost(error);
  }
}

function lost(reason: unknown): PictureRefused {
  // A line that was only too slow is still one for words.
  if (isUnreachable(reason)) markUnreachable();
  return noConnection();
}

const noConnection = (): PictureRefused =>
  new PictureRefused(
    'A picture needs a connection.',
    'Your words are kept. Add it again when the connection is back.',
    {
      again: true,
    },
  );

/** Signed out, in a hurry or broken: the same picture may pass later. */
const PASSING = new Set<ShownRefusal['code']>(['UNAUTHENTICATED', 'RATE_LIMITED', 'INTERNAL', 'IMAGE_QUOTA']);

const refused = ({ code, title, next }: ShownRefusal): PictureRefused =>
  new PictureRefused(title, next, { again: PASSING.has(code) });

const told = ({ code, details }: Refusal): PictureRefused => refused(shownRefusal(refusalOfReply({ code, details })));
