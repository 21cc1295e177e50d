/** Line ends and other controls, and marks that turn the direction of what follows or can't be seen. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
/** What a mail program would make a link of. */
const ADDRESS = /:\/\/|@|[a-z\d]\.[a-z]{2}/i;

/** What begins an encoded word of a header (RFC 2047): a mail program would undo it after we have looked. */
const ENCODED = /=(?=\?)/g;

/** What somebody wrote, on one line, as it reads. */
export const oneLine = (text: string): string =>
  text.replace(UNSEEN, ' ').replace(ENCODED, '= ').replace(/ {2,}/g, ' ').trim();

/** A name for an e-mail that Lienket answers for; null for one in which somebody put an address, which a reader could take for Lienket's. */
export function nameInEmail(name: string): string | null {
  const line = oneLine(name);
  return ADDRESS.test(line.normalize('NFKC')) ? null : line;
}
