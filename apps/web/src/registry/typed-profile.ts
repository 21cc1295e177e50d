/** Null where it is left out, undefined where it is no number of people. */
export function memberCountIn(text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s.,]/g, '');
  if (digits === '') return null;
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined;
}

/** Null where it is left out, undefined where it has another form. */
export function taxCodeIn(text: string): string | null | undefined {
  const code = text.replaceAll(/\s/g, '');
  if (code === '') return null;
  return /^\d{10}(-\d{3})?$/.test(code) ? code : undefined;
}
