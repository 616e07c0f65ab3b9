import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, use } from 'react';
import type { SessionQuery } from '../../generated/graphql';
import { SESSION } from './session.operations';

export type Viewer = NonNullable<SessionQuery['viewer']>;
export type Instance = SessionQuery['instance'];

export type Session =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown; retry: () => void }
  | { status: 'known'; instance: Instance; viewer: Viewer | null };

const SessionContext = createContext<Session | null>(null);

/** Asks once who is here; everything below may read it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(SESSION);
  let session: Session = { status: 'loading' };
  if (data) session = { status: 'known', instance: data.instance, viewer: data.viewer ?? null };
  else if (error) session = { status: 'failed', error, retry: () => void refetch().catch(() => {}) };
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}

/** The signed-in person with their organization, teams and actions. Only on screens inside the shell. */
export function useViewer(): Viewer {
  const session = useSession();
  if (session.status !== 'known' || session.viewer === null) throw new Error('useViewer needs a signed-in person.');
  return session.viewer;
}
