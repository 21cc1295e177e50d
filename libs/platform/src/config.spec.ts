import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing but a database', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket' })).toMatchObject({
      PORT: 3000,
      LIENKET_ROLE: 'all',
      LIENKET_DEMO: 'off',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://user@localhost/lienket', REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it('tells all faults together, by name and never by value', () => {
    const read = () => readConfig({ DATABASE_URL: 'secret://hunter2', PORT: 'seven', LIENKET_ROLE: 'king' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/DATABASE_URL.*PORT.*LIENKET_ROLE/);
    expect(read).not.toThrow(/hunter2|seven|king/);
  });
});
