import { type Refusal, refuserOf } from '../refusal.js';
import { IMAGE_TYPES, IMAGE_TYPE_TITLES, type ImageType, isImageType } from './image-limits.js';

/** Codes of this feature. */
export interface ImageRefusals {
  /** Bytes. */
  IMAGE_TOO_LARGE: { limit: number };
  /** By its own bytes none of the kinds that are taken. */
  IMAGE_KIND: { kinds: ImageType[] };
  /** It says that it is one kind, and is another. */
  IMAGE_MISLABELLED: { declared: string; found: ImageType };
  /** It has no size, or breaks off. */
  IMAGE_BROKEN: { found: ImageType };
  IMAGE_TOO_MANY_PIXELS: { width: number; height: number; limit: number };
  /** All images of the organization, in bytes. */
  IMAGE_QUOTA: { limit: number };
}
export type ImageRefusalCode = keyof ImageRefusals;

export const refuseImage = refuserOf<ImageRefusals>();

const MEGABYTE = 1024 * 1024;
const kinds = new Intl.ListFormat('en', { type: 'disjunction' }).format(
  IMAGE_TYPES.map((type) => IMAGE_TYPE_TITLES[type].title),
);

/** What happened, and what to do next. */
interface RefusalWords {
  title: string;
  next: string;
}

/** The same words in the api's answers and on the screen. */
export const IMAGE_REFUSAL_WORDS: { [C in ImageRefusalCode]: (details: ImageRefusals[C]) => RefusalWords } = {
  IMAGE_TOO_LARGE: ({ limit }) => ({
    title: 'This picture is too large.',
    next: `A picture may have ${Math.floor(limit / MEGABYTE)} MB. Cut it to the part that matters, or save it smaller.`,
  }),
  IMAGE_KIND: () => ({
    title: 'This file is not a picture of a kind that is shown here.',
    next: `Use ${kinds}; take a screenshot of anything else.`,
  }),
  IMAGE_MISLABELLED: ({ declared, found }) => ({
    title: `This file says that it is ${isImageType(declared) ? IMAGE_TYPE_TITLES[declared].title : declared}, but it is ${IMAGE_TYPE_TITLES[found].title}.`,
    next: `Give it the ending .${IMAGE_TYPE_TITLES[found].ending}, or save it anew, then add it again.`,
  }),
  IMAGE_BROKEN: ({ found }) => ({
    title: `This ${IMAGE_TYPE_TITLES[found].title} file is damaged.`,
    next: 'Save it anew, or take a screenshot of it, then add it again.',
  }),
  IMAGE_TOO_MANY_PIXELS: ({ width, height, limit }) => ({
    title: `This picture is ${width} x ${height} pixels.`,
    next: `Width times height may be ${Math.floor(limit / 1_000_000)} million. Make it smaller, then add it again.`,
  }),
  IMAGE_QUOTA: ({ limit }) => ({
    title: `The pictures of your organization have filled their ${Math.floor(limit / MEGABYTE)} MB.`,
    next: 'Your words are kept; describe it in words, and ask your administrator for more room.',
  }),
};

/** The words of a refusal as it was thrown; null when it is not of this feature. */
export function imageRefusalWords({ code, details }: Refusal): RefusalWords | null {
  if (!isImageRefusalCode(code)) return null;
  const say: (details: never) => RefusalWords = IMAGE_REFUSAL_WORDS[code];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a refusal has the details of its code
  return say(details as never);
}

function isImageRefusalCode(code: string): code is ImageRefusalCode {
  return Object.hasOwn(IMAGE_REFUSAL_WORDS, code);
}
