import { describe, expect, it } from '@jest/globals';
import { Log } from './log.js';

describe('a line of the log', () => {
  const lineOf = (facts: object): string => {
    let said = '';
    new Log('warn', { write: (line) => (said += line) }).warn(facts, 'it is tried again');
    return said;
  };

  it('tells what went wrong, and not over which connection', () => {
    const connection = { connectionParameters: { user: 'lienket_worker' } };
    const error = Object.assign(new RangeError('it has ended'), { code: '57P01', client: connection });
    const line = lineOf({ error });
    expect(JSON.parse(line)).toMatchObject({
      msg: 'it is tried again',
      error: { type: 'RangeError', message: 'it has ended', code: '57P01' },
    });
    expect(line).not.toContain('lienket_worker');
  });

  it('tells no secret', () => {
    const line = lineOf({
      token: 'open sesame',
      asked: { password: 'open sesame' },
      headers: { cookie: 'open sesame' },
    });
    expect(JSON.parse(line)).toMatchObject({ token: '[redacted]', asked: { password: '[redacted]' } });
    expect(line).not.toContain('sesame');
  });
});
