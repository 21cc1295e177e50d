import { del, get, set } from 'idb-keyval';
import { useEffect, useState } from 'react';
import { currentSession } from '../app/session';
import type { PostingDraft } from './posting-draft';
import type { PostingKind } from './posting';

/** Which draft: of a new listing or demand, or of a change of one. */
export interface Written {
  readonly kind: PostingKind;
  readonly id: string | null;
}

const placeOf = ({ kind, id }: Written): string =>
  `posting-draft/${currentSession()?.userId ?? ''}/${kind}/${id ?? 'new'}`;

interface KeptDraft {
  readonly draft: PostingDraft;
  /** False until the device has been asked. */
  readonly isReady: boolean;
  readonly savedAt: number | null;
  readonly answer: (answers: Partial<PostingDraft>) => void;
  readonly forget: () => Promise<void>;
}

/** What somebody is writing: on the device at each change, there again after whatever happens. */
export function usePostingDraft(written: Written, start: PostingDraft): KeptDraft {
  const place = placeOf(written);
  const [draft, setDraft] = useState(start);
  const [isReady, setReady] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);

  useEffect(() => {
    void get<PostingDraft>(place).then((kept) => {
      if (kept) setDraft(kept);
      setReady(true);
    });
  }, [place]);

  return {
    draft,
    isReady,
    savedAt,
    answer: (answers) => {
      const next = { ...draft, ...answers };
      setDraft(next);
      void set(place, next).then(() => setSavedAt(Date.now()));
    },
    forget: () => del(place),
  };
}

export const keepDraft = (written: Written, draft: PostingDraft): Promise<void> => set(placeOf(written), draft);
