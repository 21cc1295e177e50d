import type { InputRule, Reason, Refusal } from '@lienket/platform';
import type { LinkageColumn } from './linkages-form.js';

const reason = (en: string, vi: string): Reason => ({ en, vi });

export const LINKAGE_REASONS = {
  form: reason('is no form of linkage', 'không phải hình thức liên kết nào trong mẫu'),
  evidence: reason(
    'is longer than 1000 characters, or holds control characters',
    'dài hơn 1.000 ký tự, hoặc có ký tự điều khiển',
  ),
  lastDay: (year: string) => reason(`is after the year ${year}`, `sau năm ${year}`),
  commodity: (name: string) =>
    reason(`holds “${name}”, which is no commodity`, `có “${name}”, không phải mã hay tên của mặt hàng nào`),
  party: reason('is neither a tax code nor an id in Lienket', 'không phải mã số thuế hay mã trong Lienket'),
  lead: reason('is not the number of a party of this line', 'không phải số của một bên trong dòng này'),
  twice: reason(
    'stands in this file more than once, with the same day and parties',
    'có nhiều lần trong tệp này, cùng ngày ký và cùng các bên',
  ),
  known: reason('is attested already, with the same day and parties', 'đã được ghi nhận, cùng ngày ký và cùng các bên'),
} as const;

const SCOPE = reason(
  'none of the parties is in your provinces',
  'không bên nào thuộc các tỉnh, thành phố do bạn quản lý',
);
const LINKAGE = reason(
  'a linkage needs a producer that is not an enterprise, and another party that processes, distributes or exports',
  'liên kết cần một bên sản xuất không phải doanh nghiệp, và một bên khác chế biến, phân phối hoặc xuất khẩu',
);
const DAYS: Readonly<Record<string, Reason>> = {
  'input.signedOn ORDER': reason('is after today', 'sau hôm nay'),
  'input.endsOn ORDER': reason('is before the first day', 'trước ngày đầu'),
  'input.endsOn RANGE': reason('is more than 50 years after the first day', 'hơn 50 năm sau ngày đầu'),
};
const PARTIES: Readonly<Partial<Record<InputRule, Reason>>> = {
  UNKNOWN: reason('is of no active organization', 'không phải của tổ chức nào đang hoạt động'),
  MISMATCH: reason('stands in this line more than once', 'có nhiều lần trong dòng này'),
};

/** What a refused attestation is called in a file: where it is about, why, and whether a sentence of its own follows. */
export interface LinkageFault {
  readonly column: LinkageColumn;
  readonly reason: Reason;
  readonly colon?: ':';
}

/** @param partyColumns of the parties, in the order in which they were judged */
export function faultInFile(refusal: Refusal, partyColumns: readonly LinkageColumn[]): LinkageFault {
  const [first = 'party1'] = partyColumns;
  if (refusal.code === 'FORBIDDEN') return { column: first, reason: SCOPE, colon: ':' };
  if (refusal.code !== 'INVALID_INPUT') throw new Error(`An attestation was refused with ${refusal.code}.`);
  const { field, rule } = refusal;
  // A lead of its own has every line that can be read.
  if (field === 'input.parties') return { column: 'form', reason: LINKAGE, colon: ':' };
  const [, index] = /^input\.parties\.(\d+)\./.exec(field) ?? [];
  const party = PARTIES[rule];
  if (index !== undefined && party) return { column: partyColumns[Number(index)] ?? first, reason: party };
  const day = DAYS[`${field} ${rule}`];
  if (!day) throw new Error(`An attestation was refused with ${rule} of ${field}.`);
  return { column: field === 'input.signedOn' ? 'signedOn' : 'endsOn', reason: day };
}
