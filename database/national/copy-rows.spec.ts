import { describe, expect, it } from '@jest/globals';
import { lineOf } from './copy-rows.js';

describe('a row in the text form of COPY', () => {
  it('tells what is missing from what is empty', () => {
    expect(lineOf(['', null, 0, false])).toBe('\t\\N\t0\tfalse\n');
  });

  it('keeps what would end a value or a row within its value', () => {
    expect(lineOf(['a\tb\nc\rd\\e', 'f'])).toBe('a\\tb\\nc\\rd\\\\e\tf\n');
  });
});
