import { dayText, numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Fact, Facts } from '../design/facts';
import type { Basics, Commodity } from './documents';
import type { PostingContent, PostingKind } from './posting';
import { marketWords } from './words';

interface ReviewProps {
  readonly kind: PostingKind;
  readonly content: PostingContent;
  readonly commodity: Commodity;
  readonly basics: Basics;
}

/** What will be posted, as the other side will read it. */
export function Review({ kind, content, commodity, basics }: ReviewProps) {
  const words = useWords(marketWords);
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
