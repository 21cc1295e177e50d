import { keptLanguage } from './language';
import { currentSession } from './session';

/** Long enough for the browser to have begun to write the file. */
const KEPT_MS = 60_000;

/** Takes a file that is asked for by the session, as a link can't. @returns false where it wasn't given, or not reached. */
export async function download(path: string, name: string): Promise<boolean> {
  const session = currentSession();
  try {
    const answer = await fetch(path, {
      headers: { 'accept-language': keptLanguage(), ...(session && { authorization: `Bearer ${session.token}` }) },
    });
    if (!answer.ok) return false;
    const address = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
    return true;
  } catch {
    // The network went, before the answer or in the middle of it: it is asked again by the same button.
    return false;
  }
}
