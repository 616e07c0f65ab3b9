import { zipOf } from '../../../platform/files/zip-of';
import { pathOf } from './chosen-file';

/** Of one zip: below what the server takes at once, with room for names. */
const MOST_BYTES = 48 * 1024 * 1024;
/** Whose content the server reads; of all others it wants to know that they are there. */
const READ = /\.(?:md|markdown|png|jpe?g|gif|webp)$|(?:^|\/)(?:mkdocs\.ya?ml|\.pages)$/iu;

/** A folder of hundreds of files as one zip, named like the folder; several where one would be too large. */
export async function packFolder(files: readonly File[]): Promise<File[]> {
  const [folder = 'folder'] = (files[0] === undefined ? '' : pathOf(files[0])).split('/');
  const parts: { path: string; content: Blob }[][] = [[]];
  let size = 0;
  for (const file of files) {
    const path = pathOf(file);
    const content = READ.test(path) ? file : new Blob([]);
    if (size > 0 && size + content.size > MOST_BYTES) {
      parts.push([]);
      size = 0;
    }
    size += content.size;
    parts.at(-1)?.push({ path, content });
  }
  return Promise.all(
    parts.map(async (part, place) => {
      const name = place === 0 ? `${folder}.zip` : `${folder}-${place + 1}.zip`;
      return new File([await zipOf(part)], name, { type: 'application/zip' });
    }),
  );
}
