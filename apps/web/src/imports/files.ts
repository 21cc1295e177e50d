import { keptLanguage } from '../app/language';
import { currentSession } from '../app/session';
import type { MyImport } from './documents';

const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As the API takes it. */
export const FILE_MAX_BYTES = 8 * 1024 * 1024;

const pathOf = (kind: MyImport['kind']): string => kind.toLowerCase();

export const templateOf = (kind: MyImport['kind']): string => `/imports/templates/${pathOf(kind)}.xlsx`;

const headers = (): Record<string, string> => ({
  'accept-language': keptLanguage(),
  authorization: `Bearer ${currentSession()?.token ?? ''}`,
});

/** @returns why it was not taken, in the API's words; null where it was. Throws where nobody answered. */
export async function sendFile(kind: MyImport['kind'], file: File): Promise<string | null> {
  const response = await fetch(`/imports/${pathOf(kind)}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': EXCEL_TYPE },
    body: file,
  });
  if (response.ok) return null;
  const { errors } = (await response.json()) as { errors: readonly [{ readonly message: string }] };
  return errors[0].message;
}

/** The rows that can't be taken, into a file of this device. @returns false where they couldn't be taken there. */
export async function takeRejected({ id, fileName }: MyImport): Promise<boolean> {
  const response = await fetch(`/imports/${id}.xlsx`, { headers: headers() }).catch(() => null);
  if (!response?.ok) return false;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName.replace(/(\.xlsx)?$/i, '.rejected.xlsx');
  link.click();
  URL.revokeObjectURL(address);
  return true;
}
