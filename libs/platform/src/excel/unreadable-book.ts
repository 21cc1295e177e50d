/** Why a file can't be read as an Excel book; who sent it is told in one sentence. */
export type BookFault =
  /** No ZIP archive of XML in UTF-8 as Excel writes them, or a damaged or encrypted one. */
  | 'NO_BOOK'
  /** It would be larger, once unpacked, than any honest file of its size: nothing of that was unpacked. */
  | 'TOO_LARGE'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  /** A document type, which could name entities and other files. */
  | 'DOCUMENT_TYPE';

export class UnreadableBook extends Error {
  override readonly name = 'UnreadableBook';
  constructor(
    readonly fault: BookFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}
