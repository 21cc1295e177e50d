import { plainName, REGISTER_COLUMNS, type RegisterColumn } from './register-columns.js';

/** What the columns are called in the Vietnamese template, in their order. */
export const REGISTER_HEADINGS: Readonly<Record<RegisterColumn, string>> = {
  kind: 'Loại hình',
  name: 'Tên tổ chức',
  taxCode: 'Mã số thuế',
  provinceCode: 'Tỉnh, thành phố',
  commune: 'Xã, phường',
  latitude: 'Vĩ độ',
  longitude: 'Kinh độ',
  chainRoles: 'Vai trò trong chuỗi',
  memberCount: 'Số thành viên',
  agricultural: 'Nông nghiệp',
  highTech: 'Công nghệ cao',
  registeredOn: 'Ngày đăng ký',
  unionTaxCode: 'Mã số thuế của liên hiệp',
  ratingYear: 'Năm xếp loại',
  ratingScore: 'Điểm xếp loại',
  contactName: 'Người liên hệ',
  contactPhone: 'Điện thoại liên hệ',
};

export const COLUMNS = Object.keys(REGISTER_COLUMNS) as RegisterColumn[];
const REQUIRED: readonly RegisterColumn[] = ['kind', 'name', 'provinceCode', 'chainRoles'];

const BY_HEADING: ReadonlyMap<string, RegisterColumn> = new Map([
  ['province', 'provinceCode'],
  ...COLUMNS.flatMap((column): [string, RegisterColumn][] => [
    [plainName(column), column],
    [plainName(REGISTER_HEADINGS[column]), column],
  ]),
]);

/** The columns that a heading names, in Vietnamese or by their codes; or what is wrong with it. `ignored` are headings of columns that are left unread. */
export function columnsOf(
  names: readonly string[],
  ignored: readonly string[] = [],
): {
  readonly columns: readonly (RegisterColumn | null)[];
  readonly faults: { unknown: string[]; missing: RegisterColumn[]; isTwice: boolean };
} {
  const skipped = new Set(ignored.map(plainName));
  const columns = names.map((name) => BY_HEADING.get(plainName(name)) ?? null);
  const named = columns.filter((column) => column !== null);
  const unknown = names.filter(
    (name, index) => columns[index] === null && name.trim() !== '' && !skipped.has(plainName(name)),
  );
  const missing = REQUIRED.filter((column) => !named.includes(column));
  return { columns, faults: { unknown, missing, isTwice: new Set(named).size < named.length } };
}
