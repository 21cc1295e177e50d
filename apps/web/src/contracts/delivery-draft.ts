import { decimalOf, typedNumber } from '../app/amounts';
import { addDays } from '../app/business-day';
import type { Language } from '../app/language';
import type { Contract, ContractLine } from './documents';

/** What becomes of what came: all of it is taken, a part, or nothing. */
export type Verdict = 'ALL' | 'PART' | 'NONE';

/** A delivery as somebody writes it; amounts in the trade unit. */
export interface DeliveryDraft {
  readonly day: string;
  readonly came: string;
  readonly verdict: Verdict;
  /** Where `verdict` is PART. */
  readonly accepted: string;
  readonly grade: string;
  /** Why something is returned, where something is. */
  readonly note: string;
}

type DeliveryFault = 'NOT_A_NUMBER' | 'MORE_THAN_CAME' | 'MORE_THAN_AGREED' | 'NO_REASON';
export type DeliveryFaults = Partial<Record<'came' | 'accepted' | 'note', DeliveryFault>>;

/** The API takes a tenth more than was agreed. */
const MOST_OF_AGREED = 1.1;
const DAYS_AFTER_TERM = 30;

type Line = Pick<ContractLine, 'quantityKg' | 'acceptedKg' | 'commodity'>;

export const leftKgOf = ({ quantityKg, acceptedKg }: Line): number =>
  Math.max(0, Number(decimalOf(Number(quantityKg) - Number(acceptedKg))));

/** In kilograms, and what is wrong with it; what couldn't be read is 0. */
export function readDelivery(draft: DeliveryDraft, line: Line, language: Language) {
  const unitKg = Number(line.commodity.kgPerTradeUnit);
  const came = typedNumber(draft.came, language);
  const part = typedNumber(draft.accepted, language);
  const accepted = { ALL: came, PART: part, NONE: 0 }[draft.verdict];
  const mostKg = Number(line.quantityKg) * MOST_OF_AGREED - Number(line.acceptedKg);
  const faults: DeliveryFaults = {};
  if (came === null) faults.came = 'NOT_A_NUMBER';
  else if (accepted === null) faults.accepted = 'NOT_A_NUMBER';
  else if (accepted > came) faults.accepted = 'MORE_THAN_CAME';
  // Half a gram: what was multiplied isn't quite what it should be.
  else if (accepted * unitKg > mostKg + 0.0005)
    faults[draft.verdict === 'ALL' ? 'came' : 'accepted'] = 'MORE_THAN_AGREED';
  if (draft.verdict !== 'ALL' && draft.note.trim() === '') faults.note = 'NO_REASON';
  const quantityKg = (came ?? 0) * unitKg;
  const acceptedKg = (accepted ?? 0) * unitKg;
  return { quantityKg, acceptedKg, returnedKg: Math.max(0, quantityKg - acceptedKg), mostKg, faults };
}

/** The days of which a delivery may be recorded today; null where none may. */
export function deliveryDaysOf(
  contract: Contract,
  today: string,
): { readonly first: string; readonly last: string } | null {
  const { status, startsOn, endsOn, signedOn, lines } = contract;
  const isOver = status === 'COMPLETED' && today > endsOn && today <= addDays(endsOn, DAYS_AFTER_TERM);
  const isOpen = isOver && lines.some((line) => leftKgOf(line) > 0);
  if (status !== 'SIGNED' && !isOpen) return null;
  const first = signedOn !== null && signedOn > startsOn ? signedOn : startsOn;
  const last = today < endsOn ? today : endsOn;
  return first <= last ? { first, last } : null;
}
