/** Whose inbox changed, and which entries are new or grown; ids as in the database. */
export interface InboxPayload {
  people: string[];
  entries: string[];
}

/** One for many people at once: what live clients hear, so that they need not ask. */
export interface InboxEvents {
  'inbox.filled': InboxPayload;
  'inbox.read': InboxPayload;
}
export type InboxEvent = keyof InboxEvents;

export const INBOX_EVENT_WORDS: Record<InboxEvent, string> = {
  'inbox.filled': 'did something that others are told of',
  'inbox.read': 'read what they were told',
};
