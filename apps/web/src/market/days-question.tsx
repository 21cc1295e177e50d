import { dayText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Chips } from '../design/chips';
import { Field } from '../design/field';
import { Question } from '../design/question';
import type { AnswerProps } from './crop-question';
import styles from './days-question.module.css';
import { daysOf, type When } from './posting-draft';
import { marketWords } from './words';

const ALL: readonly When[] = ['NOW', 'THIS_MONTH', 'NEXT_MONTH', 'OTHER_DAYS'];

export function DaysQuestion({ kind, draft, answer, fault, today }: AnswerProps & { readonly today: string }) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const days = daysOf(draft, today);
  const isPicked = draft.when === 'OTHER_DAYS';
  return (
    <Question
      id="question-days"
      title={words.of[kind].question.days}
      done={days.to !== '' && words.answered}
      fault={fault}
    >
      <Chips
        name="when"
        label={words.of[kind].question.days}
        chosen={draft.when ? [draft.when] : []}
        onChoose={(when) => answer(when === 'OTHER_DAYS' ? { when, ...days } : { when })}
        chips={ALL.map((when) => ({ value: when, label: words.of[kind].when[when] }))}
      />
      {isPicked && (
        <div className={styles.days}>
          <Field
            label={words.from}
            type="date"
            min={today}
            value={draft.from}
            onChange={({ target }) => answer({ from: target.value })}
          />
          <Field
            label={words.to}
            type="date"
            min={draft.from || today}
            value={draft.to}
            onChange={({ target }) => answer({ to: target.value })}
          />
        </div>
      )}
      {!isPicked && days.to !== '' && (
        <p className={styles.hint}>{words.days(dayText(days.from, language), dayText(days.to, language))}</p>
      )}
    </Question>
  );
}
