const LINKED = /^#comment-(.+)$/;

/** The part of an address that leads to one comment. */
export const commentHash = (id: string): string => `#comment-${id}`;

/** The comment that it names. */
export const commentAt = (hash: string): string | undefined => LINKED.exec(hash)?.[1];
