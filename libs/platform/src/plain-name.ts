/** Lower case, without diacritics, with single spaces: so that a name is found however it is written. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s_]+/g, ' ')
    .trim();
