import { describe, expect, it } from '@jest/globals';
import { excelBook, readForm, rejectedBook, templateBook, UnreadableForm } from '@lienket/platform';
import type { Readable } from 'node:stream';
import { sheetsOf } from '../../../test/support/excel-sheets.js';
import { REGISTER_FORM } from './register-form.js';
import { checkRows, readRow } from './register-rows.js';

const bytesOf = async (book: Readable): Promise<Buffer> => Buffer.concat((await book.toArray()) as Buffer[]);
const bookOf = (heading: string[], ...rows: (string | { number: number } | { day: string })[][]) =>
  bytesOf(excelBook([{ name: 'Sổ', heading, rows }]));
const background = { today: '2026-06-15', provinceOf: new Map([['can tho', '92']]), viewer: null };

describe('a register in Excel', () => {
  it('is the template, filled in by words and by what Excel makes of numbers and days', async () => {
    const heading = (await sheetsOf(await bytesOf(templateBook(REGISTER_FORM))))['Sổ đăng ký']![0]!.map(String);
    const cells = [
      'Hợp tác xã',
      'HTX Sen',
      { number: 1_800_000_001 },
      'Cần Thơ',
      '',
      { number: 10.36 },
      { number: 106.5 },
      'sản xuất; Xuất khẩu',
      { number: 120 },
      'Có',
      'không',
      { day: '2020-01-15' },
      '',
      { number: 2025 },
      { number: 81.5 },
    ];
    const [read] = await readForm(REGISTER_FORM, await bookOf(heading, cells));
    expect(read?.line).toBe(2);
    expect(readRow(read!.row, background)).toEqual({
      reasons: [],
      entry: {
        kind: 'COOPERATIVE',
        name: 'HTX Sen',
        taxCode: '1800000001',
        provinceCode: '92',
        commune: null,
        latitude: 10.36,
        longitude: 106.5,
        chainRoles: ['PRODUCER', 'EXPORTER'],
        memberCount: 120,
        agricultural: true,
        highTech: false,
        registeredOn: '2020-01-15',
        unionTaxCode: null,
        ratingYear: 2025,
        ratingScore: '81.5',
        contactName: null,
        contactPhone: null,
      },
    });
  });

  it('gives back just the rows that can’t be taken, with why in Vietnamese, and reads them again once they are mended', async () => {
    const heading = ['Tên tổ chức', 'Loại hình', 'Tỉnh, thành phố', 'Vai trò trong chuỗi', 'Điện thoại liên hệ'];
    const good = ['HTX Tốt', 'HTX', 'Cần Thơ', 'PRODUCER', ''];
    const rows = await readForm(
      REGISTER_FORM,
      await bookOf(
        heading,
        good,
        ['=1+1', 'ngân hàng', 'Cần Thơ', 'sản xuất', '+84912345678'],
        ['', 'HTX', '?', 'bán', ''],
      ),
    );
    const checked = checkRows(
      rows.map(({ row }) => readRow(row, background)),
      { taken: new Set(), unions: new Set() },
    );
    const rejected = rows.flatMap((row, index) => {
      const { reasons } = checked[index]!;
      return reasons.length === 0 ? [] : [{ ...row, reasons }];
    });
    const book = await bytesOf(rejectedBook(REGISTER_FORM, rejected));
    const [titles, ...lines] = (await sheetsOf(book))['Dòng bị từ chối']!;
    expect(titles!.slice(0, 4)).toEqual(['Dòng trong tệp', 'Lý do', 'Loại hình', 'Tên tổ chức']);
    expect(lines.map((line) => line.slice(0, 2))).toEqual([
      [3, 'Loại hình không phải tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã hay doanh nghiệp'],
      [
        4,
        'Tên tổ chức còn trống; Tỉnh, thành phố không phải mã hay tên của một tỉnh, thành phố; Vai trò trong chuỗi có vai trò ngoài: sản xuất, chế biến, phân phối, xuất khẩu, cung ứng vật tư, dịch vụ',
      ],
    ]);
    expect(lines[0]).toContain("'=1+1");
    expect((await readForm(REGISTER_FORM, book)).map(({ row }) => [row.name, row.contactPhone ?? ''])).toEqual([
      ['=1+1', '+84912345678'],
      ['', ''],
    ]);
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    ['without a heading', () => bookOf([]), 'thiếu cột: Loại hình, Tên tổ chức, Tỉnh, thành phố, Vai trò trong chuỗi'],
    [
      'with a column of its own',
      () => bookOf(['kind', 'name', 'provinceCode', 'chainRoles', 'Màu']),
      'cột không có trong mẫu: Màu',
    ],
    [
      'with a column twice',
      () => bookOf(['kind', 'name', 'Tên tổ chức', 'provinceCode', 'chainRoles']),
      'một cột có hai lần',
    ],
    ['that is no book', () => Promise.resolve(Buffer.from('kind,name')), 'không phải là sổ Excel'],
  ])('%s is refused as a whole, in one sentence', async (_, make, sentence) => {
    const refused: unknown = await readForm(REGISTER_FORM, await make()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnreadableForm);
    expect((refused as Error).message).toContain(sentence);
  });
});
