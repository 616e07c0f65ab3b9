import { ApolloLink, Observable } from '@apollo/client';
import { OperationTypeNode, print } from 'graphql';
import { onSessionRenewed } from '../session/session-ended';
import { SESSION } from '../session/session.operations';
import { isAway, isUnreachable, markReachable, markUnreachable, onReturn } from './connection';
import { dropEdit, putEdit, TAB } from './outbox';
import { labelOf, OwnVersions, type WaitingEdit } from './waiting-edit';

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
      const hold = () => {
        const edit = editOf(operation, key, viewerId);
        this.held.push({ edit, operation, forward, observer });
        void putEdit(edit);
      };
      // While others wait it waits behind them: edits happen in the order in which they were made.
      if (this.held.length > 0) return hold();
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

  private async sendAll(): Promise<void> {
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
          void dropEdit(edit.key);
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
          void dropEdit(edit.key);
          observer.error(error);
          settled(true);
        },
      });
    });
  }
}

function editOf(operation: ApolloLink.Operation, key: string, viewerId: string): WaitingEdit {
  const { operationName = 'Change', query, variables } = operation;
  return {
    key,
    viewerId,
    tab: TAB,
    at: Date.now(),
    operationName,
    query: print(query),
    variables,
    label: labelOf(operationName, subjectOf(operation)),
  };
}

function viewerOf({ client }: ApolloLink.Operation): string | null {
  return client.readQuery({ query: SESSION })?.viewer?.id ?? null;
}

/** The key of the impediment that it changes, else the name or title of what it changes or makes. */
function subjectOf({ client, variables }: ApolloLink.Operation): string | null {
  const { id } = variables;
  const known: unknown = typeof id === 'string' ? client.cache.extract(true) : undefined;
  const things: object = typeof known === 'object' && known !== null ? known : {};
  for (const type of ['Impediment', 'Team', 'Area', 'Product', 'Person']) {
    const thing: unknown = Reflect.get(things, `${type}:${String(id)}`);
    if (typeof thing !== 'object' || thing === null) continue;
    const word: unknown = Reflect.get(thing, 'key') ?? Reflect.get(thing, 'name');
    if (typeof word === 'string') return word;
  }
  const input: unknown = variables['input'];
  const title: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'title') : undefined;
  return typeof title === 'string' ? `“${title}”` : null;
}
