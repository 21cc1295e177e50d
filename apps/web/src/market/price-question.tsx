import { useQuery } from 'urql';
import { numberText, typedNumber } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { currentSession } from '../app/session';
import { Field } from '../design/field';
import { Question } from '../design/question';
import type { AnswerProps } from './crop-question';
import { AskedPrices } from './documents';
import { marketWords } from './words';

/** Below so many, a range would say little, and nearly whose. */
const ENOUGH_LISTINGS = 3;

export function PriceQuestion({ kind, draft, answer, fault }: AnswerProps) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const asked = useAskedPrices(draft.commodityCode);
  const range =
    asked.length >= ENOUGH_LISTINGS
      ? words.askedHere(
          numberText(Math.min(...asked), language),
          numberText(Math.max(...asked), language),
          asked.length,
        )
      : undefined;
  return (
    <Question
      id="question-price"
      title={words.of[kind].question.price}
      aside={words.optional}
      done={typedNumber(draft.price, language) !== null && words.answered}
      fault={fault}
    >
      <Field
        label={words.price}
        unit={words.perKg}
        inputMode="decimal"
        autoComplete="off"
        value={draft.price}
        hint={range ?? words.openPrice}
        onChange={({ target }) => answer({ price: target.value })}
        onBlur={() => {
          const price = typedNumber(draft.price, language);
          if (price !== null) answer({ price: numberText(price, language) });
        }}
      />
    </Question>
  );
}

/** Of what is openly offered in one's own province: price tags, never contracts. */
function useAskedPrices(commodityCode: string): number[] {
  const provinceCode = currentSession()?.organization?.province.code ?? '';
  const [{ data }] = useQuery({
    query: AskedPrices,
    variables: { commodityCode, provinceCode },
    pause: commodityCode === '' || provinceCode === '',
  });
  return (data?.listings.nodes ?? []).flatMap(({ askPriceVndPerKg }) =>
    askPriceVndPerKg === null ? [] : [Number(askPriceVndPerKg)],
  );
}
