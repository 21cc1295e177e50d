import { describe, expect, it } from '@jest/globals';
import { readRegister, UnreadableRegister, writeRejected } from './register-file.js';
import type { RegisterLine } from './register-form.js';
import { checkRows, readRow } from './register-rows.js';

type RegisterRow = RegisterLine['row'];

const background = {
  today: '2026-06-15',
  viewer: null,
  provinceOf: new Map([
    ['92', '92'],
    ['can tho', '92'],
    ['soc trang', '92'],
  ]),
};
const whole: RegisterRow = {
  kind: 'HTX',
  name: 'Hợp tác xã Một',
  provinceCode: 'Sóc Trăng',
  chainRoles: 'producer; EXPORTER;PRODUCER',
};
const reasons = (...rows: RegisterRow[]): string[][] =>
  checkRows(
    rows.map((row) => readRow(row, background)),
    { taken: new Set(['1800000001']), unions: new Set(['1800000002']) },
  ).map((row) => row.reasons.map(({ en }) => en));

describe('a row of a register', () => {
  it('is read with what may be left empty, names of former provinces and Vietnamese words', () => {
    expect(readRow(whole, background)).toEqual({
      reasons: [],
      entry: {
        kind: 'COOPERATIVE',
        name: 'Hợp tác xã Một',
        taxCode: null,
        provinceCode: '92',
        commune: null,
        latitude: null,
        longitude: null,
        chainRoles: ['PRODUCER', 'EXPORTER'],
        memberCount: null,
        agricultural: true,
        highTech: false,
        registeredOn: '2026-06-15',
        unionTaxCode: null,
        ratingYear: null,
        ratingScore: null,
        contactName: null,
        contactPhone: null,
      },
    });
    expect(
      readRow({ ...whole, registeredOn: '5/1/2024', agricultural: 'Không', highTech: '1' }, background).entry,
    ).toMatchObject({
      registeredOn: '2024-01-05',
      agricultural: false,
      highTech: true,
    });
  });

  it.each<[RegisterRow, string]>([
    [{ kind: 'bank' }, 'kind is none of'],
    [{ name: ' ' }, 'name is missing'],
    [{ name: 'x'.repeat(201) }, 'name is longer than 200 characters'],
    [{ name: 'a\u0000b' }, 'name holds control characters'],
    [{ taxCode: '123' }, 'taxCode is not 10 digits'],
    [{ provinceCode: '99' }, 'provinceCode is no province'],
    [{ latitude: '5', longitude: '105' }, 'latitude is not between 6 and 24'],
    [{ latitude: '1e1', longitude: '105' }, 'latitude is no number'],
    [{ latitude: '10' }, 'latitude and longitude stand together'],
    [{ chainRoles: '' }, 'chainRoles holds a role that is none of'],
    [{ memberCount: '1.5' }, 'memberCount is no whole number'],
    [{ agricultural: 'maybe' }, 'agricultural is neither true nor false'],
    [{ registeredOn: '2026-06-16' }, 'registeredOn is not between 1900 and today'],
    [{ registeredOn: '2026-02-30' }, 'registeredOn is no day'],
    [{ registeredOn: '30/02/2026' }, 'registeredOn is no day'],
    [{ ratingYear: '2027', ratingScore: '80' }, 'ratingYear is not between 1900 and 2026'],
    [{ ratingYear: '2025', ratingScore: '100.5' }, 'ratingScore is not between 0 and 100'],
    [{ ratingYear: '2025' }, 'ratingYear and ratingScore stand together'],
    [{ kind: 'THT', ratingYear: '2025', ratingScore: '80' }, 'only cooperatives and unions are rated'],
    [{ kind: 'ENTERPRISE', unionTaxCode: '1800000002' }, 'only a cooperative belongs to a union'],
    [{ unionTaxCode: '1800000003' }, 'unionTaxCode is of no union'],
    [{ taxCode: '1800000001' }, 'taxCode is in the register already'],
  ])('with %j is refused', (wrong, reason) => {
    const [found = []] = reasons({ ...whole, ...wrong });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason);
  });

  it('is refused for each of its faults, and for a tax code that stands twice', () => {
    expect(reasons({ ...whole, kind: '', name: '' })[0]).toHaveLength(2);
    const twice = { ...whole, taxCode: '1800000009' };
    expect(reasons(twice, twice)).toEqual([
      ['taxCode stands in this file more than once'],
      ['taxCode stands in this file more than once'],
    ]);
  });

  it('finds its union in the register or in the same file, before or after it', () => {
    const union = { ...whole, kind: 'LHHTX', taxCode: '1800000005' };
    expect(reasons({ ...whole, unionTaxCode: '1800000005' }, union, { ...whole, unionTaxCode: '1800000002' })).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('the file of a register', () => {
  const bytes = (text: string) => Buffer.from(text, 'utf8');

  it('is read with or without a mark at its start, with commas or semicolons', () => {
    for (const text of [
      '\uFEFFkind,name,province,chainRoles\r\nHTX,"A, B",92,PRODUCER;EXPORTER\r\n\r\n',
      'kind;name;provinceCode;chainRoles\nHTX;A, B;92;"PRODUCER;EXPORTER"\n',
    ])
      expect(readRegister(bytes(text))).toEqual([
        { line: 2, row: { kind: 'HTX', name: 'A, B', provinceCode: '92', chainRoles: 'PRODUCER;EXPORTER' } },
      ]);
  });

  it.each([
    ['', 'missing: kind'],
    ['kind,name,chainRoles\n', 'missing: provinceCode'],
    ['kind,name,provinceCode,chainRoles,colour\n', 'unknown: colour'],
    ['kind,name,name,provinceCode,chainRoles\n', 'twice'],
    ['kind,name,provinceCode,chainRoles\nHTX,"A\n', 'no CSV'],
    ['kind,name,provinceCode,chainRoles\nHTX,A\n', 'no CSV'],
  ])('%j is refused as a whole', (text, reason) => {
    expect(() => readRegister(bytes(text))).toThrow(UnreadableRegister);
    expect(() => readRegister(bytes(text))).toThrow(reason);
  });

  it('that is not in UTF-8 is refused with the remedy', () => {
    expect(() => readRegister(Buffer.from([0x6b, 0xff, 0xfe]))).toThrow('CSV UTF-8');
  });

  it('gives rejected rows back without anything that a spreadsheet would run', () => {
    const text = writeRejected([
      {
        line: 2,
        row: { kind: 'HTX', name: '=cmd|"x"', contactPhone: '+84912345678' },
        reasons: [
          { en: 'name is bad', vi: 'tên sai' },
          { en: 'so is kind', vi: 'loại hình cũng vậy' },
        ],
      },
    ]);
    expect(text).toContain('2,name is bad; so is kind,HTX,"\'=cmd|""x""",');
    expect(text).toContain("'+84912345678");
  });
});
