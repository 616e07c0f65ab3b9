import { ApolloLink, CombinedGraphQLErrors, Observable } from '@apollo/client';
import { OperationTypeNode, print } from 'graphql';
import { giveBack, readRaw } from '../drafts/draft-store';
import { shownRefusal } from '../refusals/shown-refusal';
import { onSessionRenewed } from '../session/session-ended';
import { SESSION } from '../session/session.operations';
import { isAway, isUnreachable, look, markReachable, markUnreachable, onReturn } from './connection';
import { dropEdit, putEdit, refuseEdit, TAB } from './outbox';
import { labelOf, OwnVersions, type WaitingEdit } from './waiting-edit';

/** What becomes of the form of an edit that has to wait. */
export type Waits = {
  /** Keys of the drafts that hold its words: kept with the edit, they come back when it is refused. */
  drafts?: readonly string[];
  /** It is kept: the form lets its words go. Its outcome still comes. */
  onWait?: () => void;
  /** Whether the form is still there to say that it was refused; else the shell does. Without this it is. */
  claims?: () => boolean;
};

declare module '@apollo/client' {
  interface DefaultContext {
    waits?: Waits | undefined;
    /** What the screen shows of it at once; shown again after a reload while it waits. */
    optimistic?: Record<string, unknown> | undefined;
    /** It waited already, before a reload: it is put in line and `sendAll` sends it. */
    resumed?: WaitingEdit | undefined;
  }
}

type Held = {
  edit: WaitingEdit;
  operation: ApolloLink.Operation;
  forward: ApolloLink.ForwardFunction;
  observer: { next: (result: ApolloLink.Result) => void; complete: () => void; error: (error: unknown) => void };
};

/**
 * An edit that can be sent twice without harm (it has an idempotency key) waits while the server is away, on the disk as
 * well, and is sent in its turn when the server is back. Whoever made it still waits for its outcome, so that a refusal
 * or a conflict shows where it was made.
 */
export class OutboxLink extends ApolloLink {
  private readonly held: Held[] = [];
  private sending = false;

  constructor() {
    super();
    onReturn(() => void this.sendAll());
    onSessionRenewed(() => void this.sendAll());
  }

  override request(
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> {
    const key = operation.variables['idempotencyKey'];
    const viewerId = viewerOf(operation);
    if (operation.operationType !== OperationTypeNode.MUTATION || typeof key !== 'string' || viewerId === null)
      return forward(operation);
    return new Observable((observer) => {
      const { resumed, waits } = operation.getContext();
      const hold = () => {
        const edit = resumed ?? editOf(operation, key, viewerId);
        const held = { edit, operation, forward, observer };
        this.held.push(held);
        // Only what is safe on the disk is let go elsewhere.
        void putEdit(edit).then(() => this.held.includes(held) && waits?.onWait?.());
      };
      if (resumed) return hold();
      // While others wait it waits behind them: edits happen in the order in which they were made.
      if (this.held.length > 0 || isAway()) {
        void look();
        return hold();
      }
      const sent = forward(operation).subscribe({
        next: (result) => observer.next(result),
        complete: () => observer.complete(),
        error: (error: unknown) => {
          if (!isUnreachable(error)) return observer.error(error);
          markUnreachable();
          hold();
        },
      });
      return () => sent.unsubscribe();
    });
  }

  /** Thrown away by whoever made it: its form hears that there was no reply. */
  discard(key: string): void {
    const at = this.held.findIndex(({ edit }) => edit.key === key);
    const [held] = at < 0 ? [] : this.held.splice(at, 1);
    void dropEdit(key);
    held?.observer.error(new TypeError('Thrown away before it was sent.'));
  }

  /** As `discard`, but its words go back to where they were written. */
  takeBack({ key, drafts = [] }: WaitingEdit): void {
    drafts.forEach(giveBack);
    this.discard(key);
  }

  /** Sends what is in line, as far as the server answers. */
  async sendAll(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    const versions = new OwnVersions();
    try {
      for (let next = this.held[0]; next && !isAway(); next = this.held[0]) {
        // Somebody else signed in here: it stays on the disk until its author is back.
        if (viewerOf(next.operation) !== next.edit.viewerId) break;
        if (!(await this.send(next, versions))) break;
        if (this.held[0] === next) this.held.shift();
      }
    } finally {
      this.sending = false;
    }
  }

  /** Whether there was a reply. */
  private send(held: Held, versions: OwnVersions): Promise<boolean> {
    const { edit, operation, forward, observer } = held;
    const made = operation.variables;
    operation.variables = versions.fit(made);
    return new Promise((settled) => {
      let signedOut = false;
      forward(operation).subscribe({
        next: (result) => {
          markReachable();
          signedOut = result.errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') ?? false;
          if (signedOut) return; // It goes once its author has signed in again.
          versions.learn(made, result.data);
          if (result.errors?.length) refused(held, new CombinedGraphQLErrors(result));
          else void dropEdit(edit.key);
          observer.next(result);
        },
        complete: () => {
          if (signedOut) {
            operation.variables = made;
            return settled(false);
          }
          observer.complete();
          settled(true);
        },
        error: (error: unknown) => {
          if (isUnreachable(error)) {
            operation.variables = made;
            markUnreachable();
            return settled(false);
          }
          refused(held, error);
          observer.error(error);
          settled(true);
        },
      });
    });
  }
}

/** Its words go back to where they were written; where nobody is left who would say so, it stays to be seen. */
function refused({ edit, operation }: Held, error: unknown): void {
  const { waits, resumed } = operation.getContext();
  edit.drafts?.forEach(giveBack);
  const told = resumed === undefined && (waits?.claims?.() ?? true);
  if (told) return void dropEdit(edit.key);
  const { title, next } = shownRefusal(error);
  refuseEdit({ ...edit, refusal: { title, next } });
}

function editOf(operation: ApolloLink.Operation, key: string, viewerId: string): WaitingEdit {
  const { operationName = 'Change', query, variables } = operation;
  const { waits, optimistic } = operation.getContext();
  const impedimentKey = known(operation, 'Impediment', 'key');
  const drafts = (waits?.drafts ?? []).flatMap((draft) => {
    const raw = readRaw(draft);
    return raw === null ? [] : [{ key: draft, raw }];
  });
  return {
    key,
    viewerId,
    tab: TAB,
    at: Date.now(),
    operationName,
    query: print(query),
    variables,
    label: labelOf(operationName, subjectOf(operation)),
    ...(impedimentKey !== null && { impedimentKey }),
    ...(drafts.length > 0 && { drafts }),
    ...(optimistic && { optimistic }),
  };
}

function viewerOf({ client }: ApolloLink.Operation): string | null {
  return client.readQuery({ query: SESSION })?.viewer?.id ?? null;
}

/** The key of the impediment that it changes, else the name or title of what it changes or makes. */
function subjectOf(operation: ApolloLink.Operation): string | null {
  const key = known(operation, 'Impediment', 'key');
  if (key !== null) return key;
  for (const type of ['Team', 'Area', 'Product', 'Person']) {
    const name = known(operation, type, 'name');
    if (name !== null) return name;
  }
  const input: unknown = operation.variables['input'];
  const title: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'title') : undefined;
  return typeof title === 'string' ? `“${title}”` : null;
}

/** A word of the thing with the id of the variables, as far as this browser has read it. */
function known({ client, variables }: ApolloLink.Operation, type: string, field: string): string | null {
  const { id } = variables;
  const things: unknown = typeof id === 'string' ? client.cache.extract(true) : undefined;
  if (typeof things !== 'object' || things === null) return null;
  const thing: unknown = Reflect.get(things, `${type}:${String(id)}`);
  const word: unknown = typeof thing === 'object' && thing !== null ? Reflect.get(thing, field) : undefined;
  return typeof word === 'string' ? word : null;
}
