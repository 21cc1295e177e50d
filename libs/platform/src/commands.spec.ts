import { expect, it } from '@jest/globals';
import { isUnavailable } from './commands.js';

const told = (code: string, message = 'told') => Object.assign(new Error(message), { code });

it.each([
  told('EPIPE', 'write EPIPE'),
  told('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'),
  told('ECONNRESET', 'read ECONNRESET'),
  told('57P01', 'terminating connection due to unexpected postmaster exit'),
  told('57P03', 'the database system is starting up'),
  told('53300', 'sorry, too many clients already'),
  told('08006'),
  told('25006', 'cannot execute UPDATE in a read-only transaction'),
  new Error('Connection terminated unexpectedly'),
])('a database that says %p can’t be reached or takes no work', (error) => {
  expect(isUnavailable(error)).toBe(true);
});

it.each([
  told('23505', 'duplicate key'),
  told('40001'),
  told('ENOENT'),
  new TypeError('x is undefined'),
  null,
  'EPIPE',
])('%p is something else', (error) => {
  expect(isUnavailable(error)).toBe(false);
});
