const LONGEST = 200;

/** The fault as it may be kept and shown: its class, its code, and its message without numbers and what stands in quotes. */
export function withoutValues(error: unknown): Error {
  const fault: Error & { code?: unknown } = error instanceof Error ? error : new Error('not an error');
  const told = fault.message
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replace(/\S*\d\S*/g, '…');
  const kind = typeof fault.code === 'string' ? `${fault.name} ${fault.code}` : fault.name;
  return new Error(`${kind}: ${told.slice(0, LONGEST)}`, { cause: error });
}
