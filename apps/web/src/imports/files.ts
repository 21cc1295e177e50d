import { askingHeaders } from '../app/client';
import { saveFile, type Saving } from '../app/saved-file';
import type { MyImport } from './documents';

const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As the API takes it. */
export const FILE_MAX_BYTES = 8 * 1024 * 1024;

const pathOf = (kind: MyImport['kind']): string => kind.toLowerCase();

export const templateOf = (kind: MyImport['kind']): string => `/imports/templates/${pathOf(kind)}.xlsx`;

/** @returns why it was not taken, in the API's words; null where it was. Throws where nobody answered. */
export async function sendFile(kind: MyImport['kind'], file: File): Promise<string | null> {
  const response = await fetch(`/imports/${pathOf(kind)}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { ...askingHeaders(), 'content-type': EXCEL_TYPE },
    body: file,
  });
  if (response.ok) return null;
  const { errors } = (await response.json()) as { errors: readonly [{ readonly message: string }] };
  return errors[0].message;
}

/** The rows that can't be taken, into a file of this device. */
export const takeRejected = ({ id, fileName }: MyImport): Promise<Saving> =>
  saveFile(`/imports/${id}.xlsx`, fileName.replace(/(\.xlsx)?$/i, '.rejected.xlsx'));
