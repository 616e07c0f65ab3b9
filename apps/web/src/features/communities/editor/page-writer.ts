import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';

/** A page as the server said it last. */
export type PageBase = { version: number; body: string };

/** What a draft says now. The next draft's versions count from the beginning. */
export type InDraft = PageBase & { draftId: string };

/** Words that are not saved, and the text that they began from. */
export type KeptWords = {
  text: string;
  from: string;
  /** Sent, without an answer: it may be saved after all. */
  sent?: string | undefined;
};

export type WriteAnswer =
  | ({ kind: 'written' } & PageBase)
  /** Others wrote in the same place: theirs. */
  | ({ kind: 'conflict' } & PageBase)
  | { kind: 'refused'; refusal: ShownRefusal };

export type Writing = {
  text: string;
  /** `kept`: it could not be sent, and lies in this browser. */
  status: 'saved' | 'writing' | 'saving' | 'kept' | 'conflict';
  /** Theirs, while both wrote in the same place; `base` is what both began from. */
  conflict: (PageBase & { base: string }) | null;
  refusal: ShownRefusal | null;
  /** Rises when the text became another one by itself: others' words came in. */
  cameIn: number;
};

export type PageWriterOptions = {
  base: InDraft;
  /** Words from before that were not saved. */
  restored?: KeptWords | null;
  send: (page: { body: string; baseVersion: number; baseBody: string }) => Promise<WriteAnswer>;
  /** Keeps the words in this browser until they are saved; null: they are. */
  keep: (words: KeptWords | null) => void;
  /** Milliseconds without a key before it is saved. */
  wait?: number;
};

/** After a failure: milliseconds until it is tried again by itself. */
const AGAIN = 8_000;
/** No answer, one that says nothing, or one for the moment. */
const AGAIN_BY_ITSELF: ReadonlySet<string> = new Set(['NETWORK', 'UNKNOWN', 'RATE_LIMITED', 'INTERNAL']);

/**
 * Saves a page while it is being written, so that nobody's words are lost: what others wrote elsewhere in it comes in, and
 * what they wrote in the same place stops the saving until the person has chosen.
 */
export class PageWriter {
  private base: PageBase;
  private draftId: string;
  private writing: Writing;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay = false;
  private closed = false;
  private unanswered: string | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: PageWriterOptions) {
    const { base, restored } = options;
    const differs = restored !== undefined && restored !== null && restored.text !== base.body;
    // Words that began from another text than the present one are merged by the server: their version is an older one.
    const older = differs && restored.from !== base.body && restored.sent !== base.body;
    this.unanswered = restored?.sent;
    this.draftId = base.draftId;
    this.base = older ? { version: Math.max(0, base.version - 1), body: restored.from } : base;
    this.writing = {
      text: differs ? restored.text : base.body,
      status: differs ? 'writing' : 'saved',
      conflict: null,
      refusal: null,
      cameIn: 0,
    };
    if (differs) this.later();
  }

  readonly now = (): Writing => this.writing;

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly type = (text: string): void => {
    if (text === this.writing.text) return;
    this.keepWords(text);
    const { status } = this.writing;
    if (status === 'conflict') return this.become({ text });
    this.become({ text, status: status === 'saving' ? 'saving' : 'writing' });
    this.later();
  };

  /** Sends what is not sent yet, at once. */
  readonly save = async (): Promise<void> => {
    if (!this.closed) await this.sendNow();
  };

  private async sendNow(): Promise<void> {
    clearTimeout(this.timer);
    if (this.underWay || this.writing.status === 'conflict') return;
    if (this.writing.text === this.base.body) {
      this.keepWords(this.writing.text);
      return this.become({ status: 'saved', refusal: null });
    }
    this.underWay = true;
    const sent = this.writing.text;
    this.become({ status: 'saving', refusal: null });
    this.keepWords(sent, this.unanswered ?? sent);
    const { version, body } = this.base;
    const answer = await this.options.send({ body: sent, baseVersion: version, baseBody: body });
    this.underWay = false;
    this.answered(sent, answer);
  }

  /** What the server says now, told by somebody else's change, or by one's own whose answer did not come. */
  readonly follow = ({ draftId, version, body }: InDraft): void => {
    const { status, text } = this.writing;
    const isOther = draftId !== this.draftId;
    if (this.underWay || status === 'conflict' || (!isOther && version <= this.base.version)) return;
    this.draftId = draftId;
    if (text === body) {
      this.base = { version, body };
      this.keepWords(text);
      clearTimeout(this.timer);
      this.become({ status: 'saved', refusal: null });
    } else if (status === 'saved') {
      this.base = { version, body };
      this.comeIn(body);
    } else if (isOther) {
      // Of a draft that is gone: none of this one has its number.
      this.base = { ...this.base, version: 0 };
    }
  };

  /** The person has chosen: this text goes over theirs, which they have seen. */
  readonly resolve = (text: string): void => {
    const { conflict } = this.writing;
    if (!conflict) return;
    this.base = { version: conflict.version, body: conflict.body };
    this.become({ conflict: null, status: 'writing', cameIn: this.writing.cameIn + 1, text });
    this.keepWords(text);
    void this.save();
  };

  /** The screen goes: what waits is sent, also what was typed while something is on its way. */
  readonly close = (): void => {
    this.closed = true;
    clearTimeout(this.timer);
    if (this.writing.status === 'writing' || this.writing.status === 'kept') void this.sendNow();
  };

  /** The screen is there after all: frameworks may take it away and put it back. */
  readonly open = (): void => {
    this.closed = false;
  };

  private answered(sent: string, answer: WriteAnswer): void {
    if (answer.kind === 'refused') {
      this.unanswered ??= sent;
      this.keepWords(this.writing.text);
      this.become({ status: 'kept', refusal: answer.refusal });
      // What was refused for a reason is refused again, until somebody does something about it.
      if (AGAIN_BY_ITSELF.has(answer.refusal.code)) this.later(AGAIN);
      return;
    }
    const { version, body } = answer;
    const { unanswered } = this;
    this.unanswered = undefined;
    if (answer.kind === 'conflict') {
      // One's own words, which arrived although nobody said so, are nobody else's.
      if (body === unanswered) {
        this.base = { version, body };
        this.become({ status: 'writing' });
        void this.sendNow();
        return;
      }
      return this.become({ status: 'conflict', conflict: { version, body, base: this.base.body } });
    }
    if (body === sent) this.base = { version, body };
    else if (this.writing.text === sent) {
      this.base = { version, body };
      this.comeIn(body);
    } else {
      // Typed on meanwhile: it is merged with theirs at the next sending, from what was sent now.
      this.base = { version: this.base.version, body: sent };
    }
    const done = this.writing.text === this.base.body;
    this.keepWords(this.writing.text);
    this.become({ status: done ? 'saved' : 'writing' });
    if (done) return;
    if (this.closed) void this.sendNow();
    else this.later();
  }

  private comeIn(text: string): void {
    this.become({ text, cameIn: this.writing.cameIn + 1 });
  }

  private keepWords(text: string, sent = this.unanswered): void {
    const { body } = this.base;
    this.options.keep(text === body ? null : { text, from: body, ...(sent !== undefined && { sent }) });
  }

  private later(wait = this.options.wait ?? 1_000): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.save(), wait);
  }

  private become(part: Partial<Writing>): void {
    this.writing = { ...this.writing, ...part };
    for (const listener of this.listeners) listener();
  }
}
