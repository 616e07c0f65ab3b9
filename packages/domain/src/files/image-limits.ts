/** What browsers draw without running anything: never SVG, which is a document with scripts. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** As people call them, and as their files end. */
export const IMAGE_TYPE_TITLES: Record<ImageType, { title: string; ending: string }> = {
  'image/png': { title: 'PNG', ending: 'png' },
  'image/jpeg': { title: 'JPEG', ending: 'jpg' },
  'image/gif': { title: 'GIF', ending: 'gif' },
  'image/webp': { title: 'WebP', ending: 'webp' },
};

export const MOST_IMAGE_BYTES = 5 * 1024 * 1024;

/** Width x height: a small file may unfold to gigabytes in everybody's browser. */
export const MOST_IMAGE_PIXELS = 40_000_000;

/** An image that no text shows is kept so long: for words not sent yet, and for those who put it back. */
export const KEEP_UNUSED_IMAGE_DAYS = 7;

export function isImageType(type: string): type is ImageType {
  return IMAGE_TYPES.some((known) => known === type);
}
