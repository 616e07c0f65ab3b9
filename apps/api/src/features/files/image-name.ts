import { IMAGE_TYPE_TITLES, type ImageType } from '@chapterhouse/domain/files/image-limits';

const MOST_CHARACTERS = 100;

/** What an image is called when somebody saves it: the sender's word for it, with the ending of what it really is. */
export function imageName(given: string, type: ImageType): string {
  const word = given
    .replaceAll(/\p{C}/gu, '')
    .replace(/^.*[\\/]/u, '')
    .replace(/\.(png|jpe?g|gif|webp)$/iu, '')
    .trim();
  const short = Array.from(word).slice(0, MOST_CHARACTERS).join('');
  return `${short === '' ? 'picture' : short}.${IMAGE_TYPE_TITLES[type].ending}`;
}

/** `Content-Disposition` of a file that is shown in place, for old readers in ASCII as well (RFC 6266). */
export function inlineAs(name: string): string {
  const ascii = name.replaceAll(/[^ -~]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `inline; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
