import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Chips } from '../design/chips';
import { Field } from '../design/field';
import { Question } from '../design/question';
import { Select } from '../design/select';
import { CropPicture } from './crop-picture';
import styles from './crop-question.module.css';
import type { Basics, Commodity, OwnPosting } from './documents';
import type { PostingKind } from './posting';
import type { PostingDraft } from './posting-draft';
import { marketWords } from './words';

const SHOWN = 3;

export interface AnswerProps {
  readonly kind: PostingKind;
  readonly draft: PostingDraft;
  readonly answer: (answers: Partial<PostingDraft>) => void;
  readonly fault?: string | undefined;
}

interface CropQuestionProps extends AnswerProps {
  readonly basics: Basics;
  readonly own: readonly OwnPosting[];
}

/** What one has posted before first, everything else below. */
export function CropQuestion({ kind, draft, answer, fault, basics, own }: CropQuestionProps) {
  const words = useWords(marketWords);
  const { language } = useLanguage();
  const nameOf = (commodity: Commodity) => nameIn(language, commodity);
  const known = [...new Set(own.map(({ commodity }) => commodity.code))];
  const near = [...known, ...basics.commodities.map(({ code }) => code)].slice(0, Math.max(SHOWN, known.length));
  const shown = basics.commodities
    .filter(({ code }) => near.slice(0, SHOWN).includes(code))
    .sort((a, b) => near.indexOf(a.code) - near.indexOf(b.code));
  const varieties = [
    ...new Set(
      own
        .filter(({ commodity, variety }) => commodity.code === draft.commodityCode && variety)
        .map(({ variety }) => variety ?? ''),
    ),
  ].slice(0, 4);
  const choose = (commodityCode: string) => answer({ commodityCode, variety: '', grade: '' });

  return (
    <Question
      id="question-commodity"
      title={words.of[kind].question.commodity}
      done={draft.commodityCode !== '' && words.answered}
      fault={fault}
    >
      <Chips
        name="commodity"
        label={words.of[kind].question.commodity}
        columns={3}
        chosen={[draft.commodityCode]}
        onChoose={choose}
        chips={shown.map((commodity) => ({
          value: commodity.code,
          label: (
            <span className={styles.crop}>
              <CropPicture code={commodity.code} />
              {nameOf(commodity)}
            </span>
          ),
        }))}
      />
      <Select
        label={words.otherCrop}
        value={draft.commodityCode}
        onChange={choose}
        options={[
          { value: '', label: words.chooseCrop },
          ...basics.commodities
            .map((commodity) => ({ value: commodity.code, label: nameOf(commodity) }))
            .sort((a, b) => a.label.localeCompare(b.label, language)),
        ]}
      />
      {varieties.length > 0 && (
        <Chips
          name="variety"
          label={words.variety}
          chosen={[draft.variety]}
          onChoose={(variety) => answer({ variety })}
          chips={varieties.map((variety) => ({ value: variety, label: variety }))}
        />
      )}
      {draft.commodityCode !== '' && (
        <Field
          label={words.variety}
          placeholder={words.anyVariety}
          value={draft.variety}
          maxLength={200}
          onChange={({ target }) => answer({ variety: target.value })}
        />
      )}
    </Question>
  );
}
