const EMAIL = /^[^\s@,;<>()[\]\\"]{1,64}@[^\s@,;<>()[\]\\"]+\.[^\s@,;<>()[\]\\"]{2,}$/u;
const PHONE = /^(?:\+?84|0)([235789]\d{8,9})$/;
const PHONE_SEPARATORS = /[\s.()-]/g;

/**
 * The one form in which a login is kept: an e-mail address in lower case and NFC, or a Vietnamese phone number as
 * 0912345678 (+84 and separators are taken too). Null for what is neither.
 */
export function canonicalLogin(text: string): string | null {
  const email = text.trim().normalize('NFC').toLowerCase();
  if (email.includes('@')) return EMAIL.test(email) ? email : null;
  const national = PHONE.exec(text.replace(PHONE_SEPARATORS, ''))?.[1];
  return national === undefined ? null : `0${national}`;
}

/** The e-mail address of a canonical login, null where it is a phone number. */
export const emailOf = (login: string): string | null => (login.includes('@') ? login : null);
