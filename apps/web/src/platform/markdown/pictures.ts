/** Where a text's pictures go: `<MarkdownField pictures={…}>` gives it what is pasted, dropped or chosen. */
export type Pictures = {
  /**
   * Keeps one picture and says under which address it can be seen.
   * @throws PictureRefused with words for people; anything else is told as a lost connection
   */
  upload: (file: File) => Promise<{ url: string }>;
  /** What may be chosen, as in `<input accept>`; `image/*` when left out. */
  accept?: string;
};

/** A picture that is not taken, with what to do instead. */
export class PictureRefused extends Error {
  /** Whether the same picture may be taken later. */
  readonly again: boolean;

  constructor(
    /** What happened: "The picture has more than 10 MB." */
    readonly title: string,
    /** The remedy: "Make it smaller, then choose it again." */
    readonly next: string,
    { again = false } = {},
  ) {
    super(title);
    this.again = again;
  }
}
