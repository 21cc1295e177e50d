import { numberText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import type { ContractSummary } from './documents';
import { contractWords } from './words';

/** One line of a contract in one sentence. */
export function LineText({ line }: { readonly line: ContractSummary['lines'][number] }) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const { commodity, variety, grade } = line;
  const what = [nameIn(language, commodity), variety, grade].filter(Boolean).join(', ');
  const price = numberText(Number(line.priceVndPerKg), language);
  return (
    <p>
      {what}: {words.line(quantityText(line.quantityKg, commodity, language), price)}
      {Number(line.acceptedKg) > 0 && `, ${words.delivered(quantityText(line.acceptedKg, commodity, language))}`}
    </p>
  );
}
