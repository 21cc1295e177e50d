import { askingHeaders } from './client';

/** What became of a file: saved, or not, with the API's own words where it refused and null where it wasn't reached. */
export type Saving = { readonly isSaved: true } | { readonly isSaved: false; readonly refusal: string | null };

const FORGET_AFTER_MS = 60_000;

/**
 * Has a file saved that needs the session: a link can't send the token. The browser keeps what has come, on its disk where it is
 * much; a transfer that breaks off is no file.
 * @param name as the API calls it where it is left out
 */
export async function saveFile(address: string, name?: string): Promise<Saving> {
  try {
    const answer = await fetch(address, { headers: askingHeaders() });
    if (!answer.ok) return { isSaved: false, refusal: await refusalIn(answer) };
    handOver(await answer.blob(), name ?? nameOf(answer));
    return { isSaved: true };
  } catch {
    return { isSaved: false, refusal: null };
  }
}

const refusalIn = async (answer: Response): Promise<string | null> =>
  ((await answer.json()) as { readonly errors?: readonly { readonly message: string }[] }).errors?.[0]?.message ?? null;

const nameOf = ({ headers, url }: Response): string =>
  /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ??
  (new URL(url).pathname.split('/').at(-1) || 'lienket');

function handOver(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
}
