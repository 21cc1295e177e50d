import { del, get, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { currentSession } from '../app/session';
import { EMPTY_DRAFT, type ListingDraft } from './listing-draft';

const placeOf = (): string => `listing-draft/${currentSession()?.userId ?? ''}`;

interface KeptDraft {
  readonly draft: ListingDraft;
  /** False until the device has been asked. */
  readonly isReady: boolean;
  readonly savedAt: number | null;
  readonly answer: (answers: Partial<ListingDraft>) => void;
  readonly forget: () => Promise<void>;
}

/** The listing that somebody is writing: on the device at each change, there again after whatever happens. */
export function useListingDraft(): KeptDraft {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [isReady, setReady] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);

  useEffect(() => {
    void get<ListingDraft>(placeOf()).then((kept) => {
      if (kept) setDraft(kept);
      setReady(true);
    });
  }, []);

  return {
    draft,
    isReady,
    savedAt,
    answer: (answers) => {
      const next = { ...draft, ...answers };
      setDraft(next);
      void keepDraft(next).then(() => setSavedAt(Date.now()));
    },
    forget: () => del(placeOf()),
  };
}

export const keepDraft = (draft: ListingDraft): Promise<void> => set(placeOf(), draft);
