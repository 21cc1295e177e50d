/** Something that the person at the keyboard can mend: its message is one sentence with the remedy, printed without a stack. */
export class Problem extends Error {}

const REMEDIES = [
  [/ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i, 'the disk is full: make room and try again'],
  [/EROFS|read-only file system/i, 'the disk is read-only: use a folder that can be written'],
  [
    /EACCES|EPERM|permission denied/i,
    'you have no right to write there: use a folder of your own, or run as its owner',
  ],
];

/** What a full disk or a missing right is called, or undefined for any other fault. */
export function remedyFor(text) {
  return REMEDIES.find(([pattern]) => pattern.test(text))?.[1];
}

/** Runs a step on files; a full disk or a missing right becomes a Problem that names the place. */
export function writing(place, step) {
  try {
    return step();
  } catch (error) {
    const remedy = remedyFor(`${error.code} ${error.message}`);
    if (error instanceof Problem || !remedy) throw error;
    throw new Problem(`Can't write ${place}: ${remedy}.`);
  }
}
