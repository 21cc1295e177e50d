import { useEffect, useRef, useState } from 'react';
import { useWords } from '../app/language';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { photoWords } from './photo-words';
import styles from './photos.module.css';
import { loadPhoto } from './sent-photos';

/** As the API tells of it. */
export interface ListedPhoto {
  readonly id: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** The first photo of a listing, small; all of them, large, where somebody wants to see more. */
export function ListingPhotos({ photos, name }: { readonly photos: readonly ListedPhoto[]; readonly name: string }) {
  const words = useWords(photoWords);
  const [isOpen, setOpen] = useState(false);
  const [first] = photos;
  if (!first) return null;
  return (
    <>
      <button
        type="button"
        className={styles.see}
        aria-label={words.see(name, photos.length)}
        onClick={() => setOpen(true)}
      >
        <PhotoImage photo={first} alt="" />
        {photos.length > 1 && <span>+{photos.length - 1}</span>}
      </button>
      {isOpen && (
        <Dialog title={name} onClose={() => setOpen(false)}>
          {photos.map((photo, index) => (
            <PhotoImage key={photo.id} photo={photo} alt={words.photoOf(name, index + 1)} isWhole />
          ))}
          <Button onClick={() => setOpen(false)}>{words.close}</Button>
        </Dialog>
      )}
    </>
  );
}

interface PhotoImageProps {
  readonly photo: ListedPhoto;
  readonly alt: string;
  readonly isWhole?: boolean;
}

/** Asked for when it comes into sight, since each is paid for; its place is there before, so that nothing moves. */
export function PhotoImage({ photo: { url, width, height }, alt, isWhole = false }: PhotoImageProps) {
  const words = useWords(photoWords);
  const place = useRef<HTMLSpanElement>(null);
  const [address, setAddress] = useState<string | null>();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void loadPhoto(url).then((loaded) => {
        if (isGone && loaded) URL.revokeObjectURL(loaded);
        if (isGone) return;
        made = loaded;
        setAddress(loaded);
      });
    });
    if (place.current) watch.observe(place.current);
    return () => {
      isGone = true;
      watch.disconnect();
      if (made) URL.revokeObjectURL(made);
    };
  }, [url]);
  return (
    <span
      ref={place}
      className={isWhole ? styles.whole : styles.frame}
      style={isWhole ? { aspectRatio: `${width} / ${height}` } : undefined}
    >
      {address && <img src={address} alt={alt} width={width} height={height} />}
      {address === null && <small>{words.notThere}</small>}
    </span>
  );
}
