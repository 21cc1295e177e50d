import { numberText, typedNumber } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Chips } from '../design/chips';
import { Question } from '../design/question';
import { Stepper } from '../design/stepper';
import type { AnswerProps } from './crop-question';
import type { Commodity } from './documents';
import { marketWords } from './words';

/** What is said most, in the unit of the trade; kilograms come by the hundred. */
const USUAL = { unit: [5, 10, 20, 50], kg: [100, 500, 1000, 2000] };

export function AmountQuestion({
  kind,
  draft,
  answer,
  fault,
  commodity,
}: AnswerProps & { readonly commodity: Commodity | undefined }) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const unit = commodity?.tradeUnit ?? 'tấn';
  const usual = Number(commodity?.kgPerTradeUnit) === 1 ? USUAL.kg : USUAL.unit;
  const step = Number(commodity?.kgPerTradeUnit) === 1 ? 50 : 1;
  const amount = typedNumber(draft.amount, language) ?? 0;
  const say = (value: number) => answer({ amount: value > 0 ? numberText(value, language) : '' });
  return (
    <Question
      id="question-amount"
      title={words.of[kind].question.amount}
      done={amount > 0 && words.answered}
      fault={fault}
    >
      <Stepper
        label={words.howMuch(unit)}
        unit={unit}
        text={draft.amount}
        less={words.lessOf}
        more={words.moreOf}
        onType={(text) => answer({ amount: text })}
        onStep={(direction) => say(Math.max(0, amount + direction * step))}
      />
      <Chips
        name="amount"
        label={words.howMuch(unit)}
        columns={4}
        chosen={[numberText(amount, language)]}
        onChoose={(text) => answer({ amount: text })}
        chips={usual.map((value) => ({ value: numberText(value, language), label: numberText(value, language) }))}
      />
    </Question>
  );
}
