import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Card } from '../design/card';
import { Chips } from '../design/chips';
import { Select } from '../design/select';
import type { AnswerProps } from './crop-question';
import type { Basics, Commodity } from './documents';
import styles from './more-question.module.css';
import { marketWords } from './words';

interface MoreQuestionProps extends AnswerProps {
  readonly basics: Basics;
  readonly commodity: Commodity | undefined;
}

/** What few need: folded away until somebody opens it, or has said something there. */
export function MoreQuestion({ draft, answer, basics, commodity }: MoreQuestionProps) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const toggled = (code: string) =>
    draft.certifications.includes(code)
      ? draft.certifications.filter((one) => one !== code)
      : [...draft.certifications, code];
  return (
    <details className={styles.more} open={draft.grade !== '' || draft.certifications.length > 0}>
      <summary>{words.gradeAndCertificates}</summary>
      <Card>
        {commodity && commodity.grades.length > 0 && (
          <Select
            label={words.grade}
            value={draft.grade}
            onChange={(grade) => answer({ grade })}
            options={[
              { value: '', label: words.noGrade },
              ...commodity.grades.map((grade) => ({ value: grade, label: grade })),
            ]}
          />
        )}
        <p className={styles.label}>{words.certificates}</p>
        <Chips
          name="certifications"
          label={words.certificates}
          many
          chosen={draft.certifications}
          onChoose={(code) => answer({ certifications: toggled(code) })}
          chips={basics.certificationSchemes.map((scheme) => ({
            value: scheme.code,
            label: nameIn(language, scheme),
          }))}
        />
      </Card>
    </details>
  );
}
