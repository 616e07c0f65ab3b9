import { announce } from '@chapterhouse/ui/live-region';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { insertParagraph } from './insert-text';
import { PictureRefused, type Pictures } from './pictures';

/** A picture on its way, or one that did not arrive. */
export type PictureUpload = { id: number; file: File; failure: { title: string; next: string; again: boolean } | null };

/** What a browser calls a picture out of the clipboard says nothing. */
const NAMELESS = /^image\.\w+$/;

/** Pictures on their way into a text area, one after the other, in the order in which they were given. */
export function usePictureUploads(
  area: RefObject<HTMLTextAreaElement | null>,
  pictures: Pictures | undefined,
  onUploading: ((uploading: boolean) => void) | undefined,
) {
  const insert = (words: string) => {
    if (!area.current) return false;
    insertParagraph(area.current, words);
    return true;
  };
  return usePicturesFor(insert, pictures, onUploading);
}

/**
 * The same for any place to write.
 * @param insert puts Markdown where the person writes; false when the place is gone
 */
export function usePicturesFor(
  insert: (words: string) => boolean,
  pictures: Pictures | undefined,
  onUploading?: (uploading: boolean) => void,
) {
  const latestInsert = useRef(insert);
  useEffect(() => {
    latestInsert.current = insert;
  });
  const [uploads, setUploads] = useState<readonly PictureUpload[]>([]);
  const queue = useRef(Promise.resolve());
  const nextId = useRef(1);
  const uploading = uploads.some(({ failure }) => failure === null);

  const tell = useEffectEvent((now: boolean) => onUploading?.(now));
  useEffect(() => tell(uploading), [uploading]);

  const remove = (id: number) => setUploads((all) => all.filter((one) => one.id !== id));
  const fail = (id: number, failure: PictureUpload['failure']) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, failure } : one)));

  const send = async (id: number, file: File) => {
    try {
      if (!pictures) return;
      const { url } = await pictures.upload(file);
      remove(id);
      if (!latestInsert.current(`![${wordsFor(file)}](${url})`)) return;
      announce(`${file.name} is in the text.`);
    } catch (error) {
      fail(id, failureOf(error, file));
    }
  };
  const start = (id: number, file: File) => {
    queue.current = queue.current.then(() => send(id, file));
  };

  return {
    uploads,
    uploading,
    take: (files: readonly File[]) => {
      for (const file of files) {
        const id = nextId.current++;
        const isPicture = file.type.startsWith('image/');
        setUploads((all) => [...all, { id, file, failure: isPicture ? null : NO_PICTURE(file) }]);
        if (isPicture) start(id, file);
      }
    },
    again: ({ id, file }: PictureUpload) => {
      fail(id, null);
      start(id, file);
    },
    remove,
  };
}

const NO_PICTURE = (file: File) => ({
  title: `${file.name} is no picture.`,
  next: 'Only pictures can be put into a text; link to anything else.',
  again: false,
});

function failureOf(error: unknown, file: File): PictureUpload['failure'] {
  if (error instanceof PictureRefused) return { title: error.title, next: error.next, again: error.again };
  return {
    title: `${file.name} did not arrive.`,
    next: 'Your words are kept. Check your connection, then try again.',
    again: true,
  };
}

const wordsFor = ({ name }: File): string =>
  NAMELESS.test(name) ? 'Picture' : name.replaceAll(/[[\]\\]/g, String.raw`\$&`);
