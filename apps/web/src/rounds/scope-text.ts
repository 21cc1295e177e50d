import { dayText, numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import type { RoundSummary } from './documents';
import { roundWords } from './words';

/** What a round was asked over, in one line. */
export function useScopeText(): (round: RoundSummary) => string {
  const words = useWords(roundWords);
  const { language } = useLanguage();
  const namesOf = (named: RoundSummary['provinces'], all: string) =>
    named.length === 0 ? all : named.map((one) => nameIn(language, one)).join(', ');
  return ({ commodities, provinces, deliverFrom, deliverTo, inclusionBonusVnd }) =>
    [
      namesOf(commodities, words.everything),
      namesOf(provinces, words.everywhere),
      deliverFrom !== null && words.from(dayText(deliverFrom, language)),
      deliverTo !== null && words.to(dayText(deliverTo, language)),
      Number(inclusionBonusVnd) > 0 && words.bonusOf(numberText(Number(inclusionBonusVnd), language)),
    ]
      .filter(Boolean)
      .join(' · ');
}
