import { describe, expect, it } from '@jest/globals';
import { withoutValues } from './without-values.js';

describe('a fault that is kept', () => {
  it.each([
    ['invalid input syntax for type uuid: "Nguyễn Văn An"', 'invalid input syntax for type uuid: …'],
    ['the price is 12000.50 VND, of an.nguyen2@example.vn', 'the price is … VND, of …'],
    ['two\nlines, and\0 what nobody can store', 'two lines, and  what nobody can store'],
    ["there is no lot 'Jasmine' in `market`", 'there is no lot … in …'],
  ])('says %j without its values', (message, told) => {
    expect(withoutValues(new RangeError(message)).message).toBe(`RangeError: ${told}`);
  });

  it('keeps its class, its code and where it came from, and is short', () => {
    const fault = Object.assign(new Error('long '.repeat(1000)), { name: 'QueryFailedError', code: '23505' });
    const told = withoutValues(fault);
    expect(told.message).toMatch(/^QueryFailedError 23505: long/);
    expect(told.message.length).toBeLessThan(250);
    expect(told.cause).toBe(fault);
  });
});
