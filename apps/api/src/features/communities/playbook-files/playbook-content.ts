import { createHash } from 'node:crypto';
import { PAGE_TITLE_LIMIT } from '@chapterhouse/domain/communities/artifact-fields';
import type { LinkGoal } from '@chapterhouse/domain/communities/playbook-links';
import { imageAddress } from '@chapterhouse/domain/files/image-address';
import { globalId } from '../../../platform/graphql/global-id.js';
import { cut } from './cut.js';
import type { SourceFile } from './playbook-sources.repository.js';
import { bodyHere, type PlaybookPage, type ReadPlaybook } from './read-playbook.js';
import { addressesOf } from './write-page.js';

/** A page of a folder as it is kept here. */
export interface ContentPage {
  path: string;
  parentPath: string | null;
  position: number;
  depth: number;
  file: string | null;
  title: string;
  body: string;
  text: string;
  addresses: Record<string, string>;
}

/** A picture of a folder, and the image that it is here. */
export interface ContentPicture {
  file: string;
  imageId: string;
  /** Not stored yet. */
  content: Uint8Array | null;
}

/** What a folder says, with the addresses of one artifact. @param key `A-5` */
export function contentPages(
  { pages }: ReadPlaybook,
  key: string,
  imageOf: (file: string) => string | null,
): ContentPage[] {
  const addressOf = (goal: LinkGoal): string | null => {
    if (goal.to === 'PAGE') return `${key}/${goal.path}${goal.anchor === null ? '' : `#${goal.anchor}`}`;
    const image = goal.to === 'PICTURE' ? imageOf(goal.file) : null;
    return image === null ? null : imageAddress(globalId('Image', image));
  };
  return pages.map((page: PlaybookPage) => ({
    path: page.path,
    parentPath: page.parentPath,
    position: page.position,
    depth: page.depth,
    file: page.file,
    title: cut(page.title, PAGE_TITLE_LIMIT),
    body: bodyHere(page, addressOf),
    text: page.text,
    addresses: Object.fromEntries(addressesOf(page, addressOf)),
  }));
}

/** Which pictures are here already, by their bytes. @param digests of the images that came before, by id */
export function contentPictures(
  { pictures }: ReadPlaybook,
  earlier: readonly SourceFile[],
  digests: ReadonlyMap<string, string>,
  newId: () => string,
): ContentPicture[] {
  const before = new Map(earlier.map(({ file, imageId }) => [file, imageId]));
  return pictures.map(({ file, content }) => {
    const known = before.get(file) ?? null;
    const digest = createHash('sha256').update(content).digest('hex');
    const isSame = known !== null && digests.get(known) === digest;
    return isSame ? { file, imageId: known, content: null } : { file, imageId: newId(), content };
  });
}
