/** Something that a text can lead to: what is shown of it, and what is written for it. */
export type Offer = { label: string; detail?: string | undefined; markdown: string };

/** What is offered while somebody writes. */
export type Offers = {
  /** Behind an `@`. */
  people: (words: string) => Promise<Offer[]>;
  /** Behind a `#`: pages of the same playbook and whatever has a key, and teams. */
  things: (words: string) => Promise<Offer[]>;
};
