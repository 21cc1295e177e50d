import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { Chips } from '../design/chips';
import { Question } from '../design/question';
import { Select } from '../design/select';
import { PlacesAndGoods } from '../app/places-and-goods';
import { attestWords } from './attest-words';

interface CommodityChoiceProps {
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
  readonly onChoose: (codes: readonly string[]) => void;
}

/** One after the other from the list; those that were chosen stand below it, and go by being tapped. */
export function CommodityChoice({ chosen, fault, onChoose }: CommodityChoiceProps) {
  const words = useWords(attestWords);
  const { language } = useLanguage();
  const { data, isMissing, askAgain } = useRemembered('places-and-goods', PlacesAndGoods, {});
  const options = (data?.commodities ?? [])
    .map((commodity) => ({ value: commodity.code, label: nameIn(language, commodity) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Question id="paper-commodities" title={words.commodities} fault={fault}>
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      <Select
        label={words.addCommodity}
        value=""
        options={[{ value: '', label: words.choose }, ...options.filter(({ value }) => !chosen.includes(value))]}
        onChange={(code) => onChoose([...chosen, code])}
      />
      {chosen.length > 0 && (
        <Chips
          name="commodity"
          label={words.commodities}
          many
          chosen={chosen}
          chips={options.filter(({ value }) => chosen.includes(value))}
          onChoose={(code) => onChoose(chosen.filter((one) => one !== code))}
        />
      )}
    </Question>
  );
}
