import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['*', 'vi'],
    ['fr-FR, de;q=0.9', 'vi'],
    ['vi', 'vi'],
    ['VI-VN', 'vi'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, en;q=0.3', 'en'],
    ['en;q=0.5, vi;q=0.8', 'vi'],
    ['en;q=0.8, vi;q=0.5', 'en'],
    ['en;q=0, vi', 'vi'],
    ['en;q=0', 'vi'],
    ['vi;q=0, en;q=0.1', 'en'],
    ['english', 'vi'],
    ['; ,,;q=1', 'vi'],
  ] as const)('for Accept-Language %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
