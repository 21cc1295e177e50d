import { dayText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Button } from '../design/button';
import { ItemCard } from '../design/card';
import { Tag } from '../design/tag';
import type { Commodity } from './documents';
import { photoWords } from './photo-words';
import type { Unsent } from './posting-outbox';
import { marketWords } from './words';

interface UnsentCardProps {
  readonly item: Unsent;
  readonly commodity: Commodity | undefined;
  readonly onMend: () => void;
  readonly onThrowAway: () => void;
}

/** A posting that is on this device only, and why. */
export function UnsentCard({ item, commodity, onMend, onThrowAway }: UnsentCardProps) {
  const words = useWords(marketWords);
  const ofPhotos = useWords(photoWords);
  const { language } = useLanguage();
  const { content, refusal, listingId, photos = [] } = item;
  const isListed = listingId !== undefined;
  const whyNot = (why: NonNullable<Unsent['refusal']>) => {
    if (why === 'TOO_OLD') return words.tooOld;
    return isListed ? ofPhotos.refused(why.message) : why.message;
  };
  return (
    <ItemCard
      isPending
      title={<strong>{[commodity && nameIn(language, commodity), content.variety].filter(Boolean).join(' ')}</strong>}
      tag={<Tag kind={refusal ? 'bad' : 'warn'}>{refusal ? words.refused : words.waiting}</Tag>}
    >
      {commodity && <p>{quantityText(content.quantityKg, commodity, language)}</p>}
      <p>{words.days(dayText(content.from, language), dayText(content.to, language))}</p>
      {photos.length > 0 && !refusal && (
        <p>{isListed ? ofPhotos.waiting(photos.length) : ofPhotos.count(photos.length)}</p>
      )}
      {refusal && <p role="alert">{whyNot(refusal)}</p>}
      {refusal && (
        <div>
          {!isListed && (
            <Button kind="quiet" onClick={onMend}>
              {words.mendIt}
            </Button>
          )}
          <Button kind="quiet" onClick={onThrowAway}>
            {words.throwAway}
          </Button>
        </div>
      )}
    </ItemCard>
  );
}
