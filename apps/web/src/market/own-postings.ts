import { useMutation } from 'urql';
import { useRemembered } from '../app/remembered';
import { currentSession, type Session } from '../app/session';
import { MyDemands, MyListings, RemoveListingPhoto, WithdrawDemand, WithdrawListing } from './documents';
import type { PostingKind } from './posting';

const MINE = { LISTING: MyListings, DEMAND: MyDemands } as const;

/** What one's organization has posted of a kind, the newest first; without a network as it was the last time. */
export const useOwnPostings = (kind: PostingKind) =>
  useRemembered(`own/${kind}`, MINE[kind], { organizationId: currentSession()?.organization?.id ?? '' });

export function useWithdraw(kind: PostingKind): (id: string) => void {
  const [, withdraw] = useMutation(kind === 'LISTING' ? WithdrawListing : WithdrawDemand);
  return (id) => void withdraw({ id });
}

/** Of a listing that others see: gone for them at once, so it needs a network. */
export function useRemovePhoto(): { readonly hasFailed: boolean; readonly remove: (id: string) => void } {
  const [{ error }, remove] = useMutation(RemoveListingPhoto);
  return { hasFailed: error !== undefined, remove: (id) => void remove({ id }) };
}

/** What an organization does most: an enterprise buys, all others sell. Each may do both. */
export const mainKindOf = ({ kind }: NonNullable<Session['organization']>): PostingKind =>
  kind === 'ENTERPRISE' ? 'DEMAND' : 'LISTING';
