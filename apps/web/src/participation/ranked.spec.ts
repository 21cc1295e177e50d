import { expect, it } from '@jest/globals';
import { ranked } from './ranked';

const group = (key: string, participating: number, counted: number) => ({
  key,
  rate: {
    asOf: '2026-11-25',
    knownAt: '',
    rate: counted === 0 ? null : participating / counted,
    participating,
    counted,
  },
});

it('ranks provinces by rate, then by how many stand behind it, and those without anybody last', () => {
  const now = [group('01', 0, 0), group('82', 1, 2), group('31', 5, 10), group('04', 0, 3)];
  const before = [group('82', 1, 4), group('31', 0, 0)];
  const places = ranked(now, before, (code) => `Tỉnh ${code}`);
  expect(places.map(({ code }) => code)).toEqual(['31', '82', '04', '01']);
  expect(places.map(({ change }) => change)).toEqual([null, 0.25, null, null]);
  expect(places[1]).toMatchObject({ name: 'Tỉnh 82', participating: 1, counted: 2 });
});
