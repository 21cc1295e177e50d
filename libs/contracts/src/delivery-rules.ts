import { accept, addDays, invalid, latest, refuse, type Day, type Result } from '@lienket/platform';
import { grams } from '@lienket/market';
import { transition } from './contract-lifecycle.js';
import { statusOn, type ContractTerm } from './contract-rules.js';

const DAYS_AFTER_TERM = 30;

export interface DeliveryInput {
  readonly contractId: string;
  readonly lineId: string;
  readonly deliveredOn: Day;
  readonly quantityKg: string;
  readonly acceptedKg: string;
  readonly grade?: string | null;
  readonly note?: string | null;
}

/** The rules between a delivery's fields and its contract: within the days in which it holds, none in the future. */
export function judgeDelivery(input: DeliveryInput, contract: ContractTerm, today: Day): Result<void> {
  const firstDay = latest(contract.startsOn, contract.signedOn ?? contract.startsOn);
  const { deliveredOn } = input;
  if (deliveredOn < firstDay || deliveredOn > contract.endsOn || deliveredOn > today)
    return invalid('input.deliveredOn', 'RANGE');
  return grams(input.acceptedKg) > grams(input.quantityKg) ? invalid('input.acceptedKg', 'RANGE') : accept(undefined);
}

/** While SIGNED, and where its term is over for 30 days more. */
export function judgeDeliveryTime(contract: ContractTerm, today: Day): Result<void> {
  const recordable = today <= addDays(contract.endsOn, DAYS_AFTER_TERM);
  const allowed = transition(
    contract.status === 'SIGNED' && recordable ? 'SIGNED' : statusOn(contract, today),
    'DELIVER',
  );
  return allowed.ok ? accept(undefined) : refuse(allowed.refusal);
}

/** Whether a line would have taken more than the agreed quantity and a tenth of it. */
export const isTooMuch = (line: { quantityKg: string; acceptedKg: string }, acceptedKg: string): boolean =>
  (grams(line.acceptedKg) + grams(acceptedKg)) * 10n > grams(line.quantityKg) * 11n;

export const isFulfilled = (lines: readonly { quantityKg: string; acceptedKg: string }[]): boolean =>
  lines.length > 0 && lines.every((line) => grams(line.acceptedKg) >= grams(line.quantityKg));
