import { dayText, numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Fact, Facts } from '../design/facts';
import type { Basics, Commodity } from './documents';
import { photoWords } from './photo-words';
import type { PostingContent, PostingKind } from './posting';
import { marketWords } from './words';

interface ReviewProps {
  readonly kind: PostingKind;
  readonly content: PostingContent;
  readonly commodity: Commodity;
  readonly basics: Basics;
  readonly photoCount: number;
}

/** What will be posted, as the other side will read it. */
export function Review({ kind, content, commodity, basics, photoCount }: ReviewProps) {
  const words = useWords(marketWords);
  const ofPhotos = useWords(photoWords);
  const { language } = useLanguage();
  const { question, grade, certificates } = words.of[kind];
  const { variety, quantityKg, from, to, priceVndPerKg: price, minimumLotKg: lot, maximumSuppliers } = content;
  const named = basics.certificationSchemes
    .filter(({ code }) => content.certifications.includes(code))
    .map((scheme) => nameIn(language, scheme));
  const rows: readonly (readonly [string, string | null])[] = [
    [question.commodity, [nameIn(language, commodity), variety].filter(Boolean).join(' ')],
    [question.amount, quantityText(quantityKg, commodity, language)],
    [question.days, words.days(dayText(from, language), dayText(to, language))],
    [question.price, price === null ? words.openPrice : `${numberText(Number(price), language)} ${words.perKg}`],
    [grade, content.grade],
    [certificates, named.join(', ')],
    [words.smallestLot, lot && quantityText(lot, commodity, language)],
    [ofPhotos.title, photoCount > 0 ? ofPhotos.count(photoCount) : null],
    [words.mostSuppliers, maximumSuppliers === null ? null : numberText(maximumSuppliers, language)],
  ];
  return (
    <Facts>
      {rows
        .filter(([, said]) => said)
        .map(([term, said]) => (
          <Fact key={term} term={term}>
            <strong>{said}</strong>
          </Fact>
        ))}
    </Facts>
  );
}
