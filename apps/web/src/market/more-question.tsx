import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Card } from '../design/card';
import { Chips } from '../design/chips';
import { Field } from '../design/field';
import { Select } from '../design/select';
import type { AnswerProps } from './crop-question';
import type { Basics, Commodity } from './documents';
import styles from './more-question.module.css';
import { marketWords } from './words';

interface MoreQuestionProps extends Omit<AnswerProps, 'fault'> {
  readonly basics: Basics;
  readonly commodity: Commodity | undefined;
  readonly lotFault: string | undefined;
  readonly suppliersFault: string | undefined;
}

/** What few need: folded away until somebody opens it, or has said something there. */
export function MoreQuestion(props: MoreQuestionProps) {
  const { kind, draft, answer, basics, commodity, lotFault, suppliersFault } = props;
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const { grade, certificates } = words.of[kind];
  const toggled = (code: string) =>
    draft.certifications.includes(code)
      ? draft.certifications.filter((one) => one !== code)
      : [...draft.certifications, code];
  const hasSaid = [draft.grade, draft.lot, draft.suppliers].some(Boolean) || draft.certifications.length > 0;
  return (
    <details className={styles.more} open={hasSaid}>
      <summary>{words.more}</summary>
      <Card>
        {commodity && commodity.grades.length > 0 && (
          <Select
            label={grade}
            value={draft.grade}
            onChange={(chosen) => answer({ grade: chosen })}
            options={[
              { value: '', label: words.noGrade },
              ...commodity.grades.map((each) => ({ value: each, label: each })),
            ]}
          />
        )}
        <p className={styles.label}>{certificates}</p>
        <Chips
          name="certifications"
          label={certificates}
          many
          chosen={draft.certifications}
          onChoose={(code) => answer({ certifications: toggled(code) })}
          chips={basics.certificationSchemes.map((scheme) => ({
            value: scheme.code,
            label: nameIn(language, scheme),
          }))}
        />
        <div className={styles.limits}>
          <Field
            id="question-lot"
            label={words.smallestLot}
            unit={commodity?.tradeUnit ?? ''}
            inputMode="decimal"
            autoComplete="off"
            value={draft.lot}
            hint={words.anyLot}
            fault={lotFault}
            onChange={({ target }) => answer({ lot: target.value })}
          />
          {kind === 'DEMAND' && (
            <Field
              id="question-suppliers"
              label={words.mostSuppliers}
              inputMode="numeric"
              autoComplete="off"
              value={draft.suppliers}
              hint={words.anyNumber}
              fault={suppliersFault}
              onChange={({ target }) => answer({ suppliers: target.value })}
            />
          )}
        </div>
      </Card>
    </details>
  );
}
