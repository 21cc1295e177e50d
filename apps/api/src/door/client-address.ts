interface Forwarded {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly peer: string;
}

/**
 * Whose address a request comes from, behind exactly so many proxies of ours: each adds the address of who asked it to
 * X-Forwarded-For, so what stands before the last of them was written by the client and tells nothing.
 */
export function clientAddress({ headers, peer }: Forwarded, proxies: number): string {
  if (proxies === 0) return peer;
  const told = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return told.at(-proxies) ?? told[0] ?? peer;
}
