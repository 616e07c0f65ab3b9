import type { EventPayload } from '../event-payload.js';

/** Event name -> payload; the subject is the image, `changes` has its name. */
export interface ImageEvents {
  'image.uploaded': EventPayload;
  'image.removed': EventPayload;
}
export type ImageEvent = keyof ImageEvents;

export const IMAGE_EVENT_WORDS: Record<ImageEvent, string> = {
  'image.uploaded': 'added a picture',
  'image.removed': 'removed a picture that no text shows',
};
