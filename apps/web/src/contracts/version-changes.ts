import { dayText, numberText, quantityText } from '../app/amounts';
import type { Language } from '../app/language';
import { nameIn } from '../app/names';
import type { ContractVersion } from './documents';

export type ChangedPart = 'quantity' | 'price' | 'from' | 'to' | 'terms' | 'lines';

interface Change {
  readonly part: ChangedPart;
  /** Which goods, where there are several lines. */
  readonly of: string | null;
  readonly before: string;
  readonly after: string;
}

/** What a counter-offer says otherwise than the version before it; lines are compared in their order. */
export function changesBetween(before: ContractVersion, after: ContractVersion, language: Language): Change[] {
  const changes: Change[] = [];
  const compare = (part: ChangedPart, of: string | null, old: string, now: string) => {
    if (old !== now) changes.push({ part, of, before: old, after: now });
  };
  if (before.lines.length !== after.lines.length)
    compare('lines', null, String(before.lines.length), String(after.lines.length));
  else
    after.lines.forEach((line, at) => {
      const old = before.lines[at] ?? line;
      const of = after.lines.length === 1 ? null : nameIn(language, line.commodity);
      const quantity = ({ quantityKg, commodity }: typeof line) => quantityText(quantityKg, commodity, language);
      const price = ({ priceVndPerKg }: typeof line) => numberText(Number(priceVndPerKg), language);
      compare('quantity', of, quantity(old), quantity(line));
      compare('price', of, price(old), price(line));
    });
  compare('from', null, dayText(before.startsOn, language), dayText(after.startsOn, language));
  compare('to', null, dayText(before.endsOn, language), dayText(after.endsOn, language));
  compare('terms', null, before.terms ?? '', after.terms ?? '');
  return changes;
}
