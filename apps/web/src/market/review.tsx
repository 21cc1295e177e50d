import { dayText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import type { Basics, Commodity } from './documents';
import { inputOf, type ListingDraft } from './listing-draft';
import styles from './review.module.css';
import { marketWords } from './words';

interface ReviewProps {
  readonly draft: ListingDraft;
  readonly commodity: Commodity;
  readonly basics: Basics;
  readonly today: string;
}

/** What will be listed, as buyers will read it. */
export function Review({ draft, commodity, basics, today }: ReviewProps) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const input = inputOf(draft, commodity, today, language);
  const certificates = basics.certificationSchemes
    .filter(({ code }) => draft.certifications.includes(code))
    .map((scheme) => nameIn(language, scheme));
  const rows: readonly (readonly [string, string])[] = [
    [words.question.commodity, [nameIn(language, commodity), draft.variety].filter(Boolean).join(' ')],
    [words.question.amount, quantityText(input.quantityKg, commodity, language)],
    [words.question.days, words.days(dayText(input.availableFrom, language), dayText(input.availableTo, language))],
    [words.question.price, draft.price === '' ? words.openPrice : `${draft.price} ${words.perKg}`],
    ...(draft.grade === '' ? [] : [[words.grade, draft.grade] as const]),
    ...(certificates.length === 0 ? [] : [[words.certificates, certificates.join(', ')] as const]),
  ];
  return (
    <dl className={styles.review}>
      {rows.map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
