import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address.js';

const from = (proxies: number, told?: string) =>
  clientAddress({ headers: told === undefined ? {} : { 'x-forwarded-for': told }, peer: '10.0.0.9' }, proxies);

describe('the address of a client', () => {
  it('is that of the connection where no proxy stands in front, whatever a header says', () => {
    expect(from(0)).toBe('10.0.0.9');
    expect(from(0, '203.0.113.7')).toBe('10.0.0.9');
  });

  it('is what the outermost of our proxies saw, not what the client wrote before it', () => {
    expect(from(1, '203.0.113.7')).toBe('203.0.113.7');
    expect(from(1, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(from(2, '198.51.100.1, 203.0.113.7, 10.0.0.8')).toBe('203.0.113.7');
  });

  it('is the farthest known where fewer proxies told than there should be', () => {
    expect(from(2, '203.0.113.7')).toBe('203.0.113.7');
    expect(from(1)).toBe('10.0.0.9');
    expect(from(1, ' , ')).toBe('10.0.0.9');
  });
});
