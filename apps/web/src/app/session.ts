import { useSyncExternalStore } from 'react';

export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly login: string;
  readonly role: 'TRADER' | 'PROGRAM_MANAGER' | 'ADMINISTRATOR';
  /** Null without an organization. */
  readonly organizationRole: 'OWNER' | 'TRADER' | 'READER' | null;
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'COOPERATIVE_GROUP' | 'COOPERATIVE' | 'COOPERATIVE_UNION' | 'ENTERPRISE';
    readonly province: { readonly code: string; readonly nameVi: string; readonly nameEn: string };
  } | null;
}

const KEPT_AS = 'lienket.session';

let session = read();
const listeners = new Set<() => void>();

function read(): Session | null {
  const kept = localStorage.getItem(KEPT_AS);
  return kept === null ? null : (JSON.parse(kept) as Session);
}

function become(next: Session | null): void {
  session = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Another tab signed in or out.
addEventListener('storage', ({ key }) => {
  if (key === KEPT_AS) become(read());
});

/** Who is signed in on this device; it stays over a restart without a network. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, currentSession, currentSession);

export const currentSession = (): Session | null => session;

/** Whether the person posts, offers, signs and delivers for an organization: a READER sees all of it and is offered none of it. */
export function useMayTrade(): boolean {
  const session = useSession();
  return Boolean(session?.organization) && session?.organizationRole !== 'READER';
}

export function beginSession(begun: Session): void {
  localStorage.setItem(KEPT_AS, JSON.stringify(begun));
  become(begun);
}

/** The person is another, or acts for another, while they are signed in. */
export function changeSession(changed: Partial<Session>): void {
  if (!session) return;
  const next = { ...session, ...changed };
  if (JSON.stringify(next) !== JSON.stringify(session)) beginSession(next);
}

/** What waits to be sent stays, for when the same person signs in again. */
export function endSession(): void {
  localStorage.removeItem(KEPT_AS);
  become(null);
}
