import { isImageAddress } from '@chapterhouse/domain/files/image-address';
import { useState } from 'react';

export type MarkdownPictureProps = { src: string | undefined; alt: string | undefined };

/** A picture that is kept here. One from elsewhere would tell its host who reads this: it becomes a link. */
export function MarkdownPicture({ src, alt }: MarkdownPictureProps) {
  const [missing, setMissing] = useState(false);
  const words = alt === undefined || alt === '' ? 'Picture' : alt;
  if (src === undefined || src === '') return <span>{words}</span>;
  const shown = isImageAddress(src) && !missing;
  return (
    <a href={src} target="_blank" rel="noopener noreferrer nofollow">
      {shown ? (
        <img className="markdown__picture" src={src} alt={words} loading="lazy" onError={() => setMissing(true)} />
      ) : (
        words
      )}
    </a>
  );
}
