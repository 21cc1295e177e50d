import { del, get, set, update } from 'idb-keyval';
import { useEffect, useRef, useState } from 'react';
import { currentSession } from '../app/session';
import { PHOTOS_MAX, shrunk, type KeptPhoto } from './photo';
import type { Written } from './posting-draft.store';

export type PhotoFault = 'UNREADABLE' | 'TOO_MANY';

const NONE: readonly KeptPhoto[] = [];
const placeOf = ({ kind, id }: Written): string =>
  `photo-draft/${currentSession()?.userId ?? ''}/${kind}/${id ?? 'new'}`;

const keptOf = async (written: Written): Promise<readonly KeptPhoto[]> =>
  (await get<readonly KeptPhoto[]>(placeOf(written))) ?? NONE;

export const keepPhotos = (written: Written, photos: readonly KeptPhoto[]): Promise<void> =>
  set(placeOf(written), photos);

export interface PhotoDraft {
  readonly photos: readonly KeptPhoto[];
  readonly isShrinking: boolean;
  /** Of the last ones that were chosen. */
  readonly fault: PhotoFault | null;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** What is to be sent, once all that was chosen is shrunk; gone from here with that. */
  readonly take: () => Promise<readonly KeptPhoto[]>;
}

/** Photos beside a draft: on the device as soon as they are chosen, apart from the answers, which are written at each key. */
export function usePhotoDraft(written: Written, sentCount: number): PhotoDraft {
  const place = placeOf(written);
  const [photos, setPhotos] = useState(NONE);
  const [isShrinking, setShrinking] = useState(false);
  const [fault, setFault] = useState<PhotoFault | null>(null);
  const work = useRef(Promise.resolve());

  useEffect(() => {
    void get<readonly KeptPhoto[]>(place).then((kept = NONE) => setPhotos(kept));
  }, [place]);

  const change = async (how: (kept: readonly KeptPhoto[]) => readonly KeptPhoto[]): Promise<void> => {
    await update<readonly KeptPhoto[]>(place, (kept = NONE) => how(kept));
    setPhotos(await keptOf(written));
  };
  const addEach = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      if ((await keptOf(written)).length + sentCount >= PHOTOS_MAX) {
        setFault('TOO_MANY');
        return;
      }
      const photo = await shrunk(file);
      if (photo) await change((kept) => [...kept, photo]);
      else setFault('UNREADABLE');
    }
  };

  return {
    photos,
    isShrinking,
    fault,
    add: (files) => {
      setFault(null);
      setShrinking(true);
      work.current = work.current.then(() => addEach(files)).finally(() => setShrinking(false));
    },
    remove: (key) => {
      setFault(null);
      void change((kept) => kept.filter((photo) => photo.key !== key));
    },
    take: async () => {
      await work.current;
      const taken = await keptOf(written);
      await del(place);
      return taken;
    },
  };
}
