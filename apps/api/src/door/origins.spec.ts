import { describe, expect, it } from '@jest/globals';
import { mayAsk } from './origins.js';

const config = { LIENKET_ORIGINS: ['https://console.lienket.vn'] };
const from = (origin?: string) => mayAsk({ host: 'api.lienket.vn', ...(origin !== undefined && { origin }) }, config);

describe('who may ask', () => {
  it('is no page at all, a page of ours, or one of a named origin', () => {
    expect([from(), from('https://api.lienket.vn'), from('https://console.lienket.vn')]).toEqual([true, true, true]);
  });

  it.each([
    'https://evil.example',
    'https://console.lienket.vn.evil.example',
    'https://api.lienket.vn.evil.example',
    'http://console.lienket.vn',
    'https://console.lienket.vn:8443',
    'null',
    'nonsense',
    '',
  ])('is not the page of %s', (origin) => {
    expect(from(origin)).toBe(false);
  });
});
