import { useEffect, useState } from 'react';
import { useWords } from '../app/language';
import { Button, buttonClass } from '../design/button';
import { Question } from '../design/question';
import type { OwnPosting } from './documents';
import { PHOTOS_MAX } from './photo';
import type { PhotoDraft } from './photo-draft.store';
import styles from './photos.module.css';
import { photoWords } from './photo-words';
import { PhotoImage } from './listing-photos';
import { useRemovePhoto } from './own-postings';
import { marketWords } from './words';

interface PhotoQuestionProps {
  /** What it shows, for who doesn't see it. */
  readonly name: string;
  readonly draft: PhotoDraft;
  /** Those that the listing has already. */
  readonly sent: OwnPosting['photos'];
}

/** What the goods look like: nothing has to be done here. A phone offers its camera and its album by itself. */
export function PhotoQuestion({ name, draft, sent = [] }: PhotoQuestionProps) {
  const words = useWords(photoWords);
  const { optional, answered } = useWords(marketWords);
  const { hasFailed, remove } = useRemovePhoto();
  const { photos, isShrinking } = draft;
  const fault = draft.fault ? words.fault[draft.fault] : hasFailed && words.notRemoved;
  const count = sent.length + photos.length;
  return (
    <Question
      id="question-photos"
      title={words.title}
      aside={optional}
      done={count > 0 && answered}
      fault={fault || undefined}
    >
      {count > 0 && (
        <ul className={styles.strip}>
          {sent.map((photo, index) => (
            <li key={photo.id}>
              <PhotoImage photo={photo} alt={words.photoOf(name, index + 1)} />
              <RemoveButton place={index + 1} onRemove={() => remove(photo.id)} />
            </li>
          ))}
          {photos.map((photo, index) => (
            <li key={photo.key}>
              <KeptImage jpeg={photo.jpeg} alt={words.photoOf(name, sent.length + index + 1)} />
              <RemoveButton place={sent.length + index + 1} onRemove={() => draft.remove(photo.key)} />
            </li>
          ))}
        </ul>
      )}
      {count < PHOTOS_MAX && (
        <label className={`${buttonClass('secondary')} ${styles.add}`}>
          {words.add}
          <input
            type="file"
            accept="image/*"
            multiple
            onChange={({ target }) => {
              draft.add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
      )}
      <p className={styles.hint} role="status">
        {isShrinking ? words.shrinking : words.hint}
      </p>
    </Question>
  );
}

function RemoveButton({ place, onRemove }: { readonly place: number; readonly onRemove: () => void }) {
  const words = useWords(photoWords);
  return (
    <Button kind="quiet" onClick={onRemove}>
      {words.remove(place)}
    </Button>
  );
}

function KeptImage({ jpeg, alt }: { readonly jpeg: Blob; readonly alt: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(jpeg);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return <span className={styles.frame}>{address && <img src={address} alt={alt} width={88} height={88} />}</span>;
}
