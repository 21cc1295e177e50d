import { excelBook, readBookInThread, UnreadableBook, type BookFault, type Sheet } from '@lienket/platform';
import type { Readable } from 'node:stream';
import { COLUMNS, columnsOf, REGISTER_HEADINGS } from './register-headings.js';
import { UnreadableRegister } from './register-file.js';
import type { LinedRow, RejectedRow } from './register-rows.js';

/** Rows of one file, and the columns that a template and a few notes of people's own need. */
const LIMITS = { rows: 50_001, columns: 64 };
const LINE = 'Dòng trong tệp';
const REASON = 'Lý do';

const FAULTS: Readonly<Record<BookFault, string>> = {
  NO_BOOK: 'Tệp không phải là sổ Excel (.xlsx), hoặc đã hỏng: hãy mở bằng Excel rồi lưu lại dạng .xlsx.',
  TOO_LARGE: 'Tệp quá lớn khi giải nén: hãy chép riêng các dòng dữ liệu sang tệp mẫu rồi lưu lại.',
  TOO_MANY_ROWS: 'Tệp có hơn 50.000 dòng: hãy chia thành nhiều tệp.',
  TOO_MANY_COLUMNS: 'Tệp có hơn 64 cột: hãy chép các cột cần thiết sang tệp mẫu.',
  DOCUMENT_TYPE: 'Tệp có phần không thuộc sổ Excel và không được nhận: hãy mở bằng Excel rồi lưu lại dạng .xlsx.',
};

/** The rows of a register in Excel: its first sheet, whose first line that holds something names the columns. */
export async function readRegisterBook(bytes: Buffer, signal?: AbortSignal): Promise<LinedRow[]> {
  const [heading, ...lines] = await readBookInThread(bytes, LIMITS, signal).catch((error: unknown) => {
    throw error instanceof UnreadableBook ? new UnreadableRegister(FAULTS[error.fault], { cause: error }) : error;
  });
  const columns = namedColumns(heading?.cells ?? []);
  return lines.map(({ line, cells }) => {
    const named = cells.flatMap((cell, index) => (columns[index] == null ? [] : [[columns[index], cell] as const]));
    return { line, row: Object.fromEntries(named) };
  });
}

function namedColumns(names: readonly string[]) {
  const { columns, faults } = columnsOf(names, [LINE, REASON]);
  const { unknown, missing, isTwice } = faults;
  const told = [
    ...(unknown.length > 0 ? [`cột không có trong mẫu: ${unknown.join(', ')}`] : []),
    ...(missing.length > 0 ? [`thiếu cột: ${missing.map((column) => REGISTER_HEADINGS[column]).join(', ')}`] : []),
    ...(isTwice ? ['một cột có hai lần'] : []),
  ];
  if (told.length > 0) throw new UnreadableRegister(`Dòng tiêu đề không dùng được: ${told.join('; ')}.`);
  return columns;
}

const HEADING = COLUMNS.map((column) => REGISTER_HEADINGS[column]);

/** The rows that were refused, and no others, with why: mended, they can be read as a register again. */
export function rejectedBook(rows: readonly RejectedRow[]): Readable {
  const sheet: Sheet = {
    name: 'Dòng bị từ chối',
    heading: [LINE, REASON, ...HEADING],
    columnWidths: [10, 60, ...COLUMNS.map(() => 18)],
    rows: rows.map(({ line, row, reasons }) => [
      { number: line },
      reasons.map(({ vi }) => vi).join('; '),
      ...COLUMNS.map((column) => row[column] ?? ''),
    ]),
  };
  return excelBook([sheet]);
}

const NOTES: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  kind: 'Bắt buộc. Tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã, doanh nghiệp; hoặc THT, HTX, LHHTX, DN.',
  name: 'Bắt buộc. Từ 1 đến 200 ký tự.',
  taxCode:
    '10 chữ số, hoặc 10 chữ số-3 chữ số; chưa có trong sổ và chỉ một lần trong tệp. Hãy để ô ở dạng văn bản để không mất số 0 ở đầu.',
  provinceCode: 'Bắt buộc. Mã hoặc tên của một trong 34 tỉnh, thành phố, hoặc tên của một trong 63 tỉnh trước đây.',
  commune: 'Tên xã, phường, đặc khu.',
  latitude: 'Từ 6 đến 24. Vĩ độ và kinh độ cùng có hoặc cùng trống.',
  longitude: 'Từ 102 đến 118.',
  chainRoles:
    'Bắt buộc. Sản xuất, chế biến, phân phối, xuất khẩu, cung ứng vật tư, dịch vụ; nhiều vai trò cách nhau bằng dấu chấm phẩy.',
  memberCount: 'Số nguyên từ 0 đến 10.000.000.',
  agricultural: 'Có hoặc không; để trống là có.',
  highTech: 'Có hoặc không; để trống là không.',
  registeredOn: 'Ngày, như 31/01/2024; không ở tương lai; để trống là hôm nay.',
  unionTaxCode: 'Chỉ của hợp tác xã: mã số thuế của liên hiệp, có trong tệp này hoặc trong sổ.',
  ratingYear: 'Chỉ của hợp tác xã và liên hiệp. Năm và điểm cùng có hoặc cùng trống.',
  ratingScore: 'Từ 0 đến 100, nhiều nhất hai chữ số sau dấu chấm.',
  contactName: 'Người liên hệ.',
  contactPhone: 'Số điện thoại của người liên hệ.',
};

/** An empty register to be filled in, and a sheet that says what each column holds. */
export const registerTemplate = (): Readable =>
  excelBook([
    { name: 'Sổ đăng ký', heading: HEADING, columnWidths: COLUMNS.map(() => 22), rows: [] },
    {
      name: 'Hướng dẫn',
      heading: ['Cột', 'Nội dung'],
      columnWidths: [28, 110],
      rows: COLUMNS.map((column) => [REGISTER_HEADINGS[column], { text: NOTES[column], as: 'WRAPPED' as const }]),
    },
  ]);
