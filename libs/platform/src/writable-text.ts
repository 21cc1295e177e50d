/** Of what is longer or shorter than other texts. */
const FREE_TEXT_MAX: Readonly<Record<string, number>> = {
  terms: 10_000,
  reason: 1000,
  note: 1000,
  evidence: 1000,
  after: 1000,
  callbackUrl: 4000,
};
const TEXT_MAX = 200;
const ID_MAX = 10_000;
const ONE_LINE = new Set(['after', 'callbackUrl']);
/** Two tone marks and their letter. */
const UNITS_A_CHARACTER_MAX = 3;

/** NUL and other control characters (a text of several lines may break them), and halves of surrogate pairs. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u;
const LINE_BREAKS = /[\t\n\r]/;

/** Whether a text value may stand at this place: 1 to 200 characters, where the API does not say more. */
export function isWritableText(name: string, value: string): boolean {
  const most = FREE_TEXT_MAX[name] ?? TEXT_MAX;
  const mayBreak = most > TEXT_MAX && !ONE_LINE.has(name);
  return isOfLength(value, 1, most) && !UNWRITABLE.test(value) && (mayBreak || !LINE_BREAKS.test(value));
}

/** Counted as people count: a tone mark is no character of its own, nor is half of a surrogate pair. */
function isOfLength(value: string, least: number, most: number): boolean {
  if (value.length > most * UNITS_A_CHARACTER_MAX) return false;
  const characterCount = Array.from(value.normalize('NFC')).length;
  return characterCount >= least && characterCount <= most;
}

/** An id that nobody gave is an id that doesn't exist; only what can be no text at all, and what is no id's length, is refused. */
export const isPossibleId = (value: string): boolean => value.length <= ID_MAX && !UNWRITABLE.test(value);
