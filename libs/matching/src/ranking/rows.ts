import { WORDS } from './ids.js';

/** A price that is left open. */
export const OPEN_PRICE = -1;
/** A listing without a grade, a demand without a minimum. */
export const NO_GRADE = -1;

/** One kind of posting, as a struct of arrays: 59 bytes a row. */
export class Rows {
  capacity = 0;
  ids = new Uint32Array(0);
  price = new Int32Array(0);
  /** Grams, as minimumLot: exact up to 2^53, and no smaller number holds what PostgreSQL may. */
  remaining = new Float64Array(0);
  minimumLot = new Float64Array(0);
  firstDay = new Int32Array(0);
  lastDay = new Int32Array(0);
  /** Hundredths of a degree. */
  latitude = new Int16Array(0);
  longitude = new Int16Array(0);
  /** Counted up from the lowest grade of the commodity, which is 0. */
  grade = new Int8Array(0);
  /** A bit for each scheme. */
  certificates = new Int32Array(0);
  /** Numbered as they are met; 0 is none. */
  variety = new Int32Array(0);
  owner = new Int32Array(0);
  commodity = new Int16Array(0);

  /** Lays every row out in another slot. Column by column, so that only one of them is there twice. */
  rearrange(slots: Int32Array, capacity: number): void {
    this.each((column, width) => {
      const laid = emptyLike(column, capacity * width);
      for (let slot = 0; slot < slots.length; slot += 1)
        for (let word = 0; word < width; word += 1) laid[slots[slot]! * width + word] = column[slot * width + word]!;
      return laid;
    });
    this.capacity = capacity;
  }

  makeRoom(capacity: number): void {
    if (capacity <= this.capacity) return;
    const roomy = Math.max(capacity, Math.ceil(this.capacity * 1.25), 1024);
    this.each((column, width) => {
      const laid = emptyLike(column, roomy * width);
      laid.set(column);
      return laid;
    });
    this.capacity = roomy;
  }

  copy(from: number, to: number): void {
    this.each((column, width) => column.copyWithin(to * width, from * width, (from + 1) * width));
  }

  private each(change: (column: Column, width: number) => Column): void {
    const columns = this as unknown as Record<string, Column>;
    for (const [name, column] of Object.entries(columns))
      if (ArrayBuffer.isView(column)) columns[name] = change(column, name === 'ids' ? WORDS : 1);
  }
}

type Column =
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>;

const emptyLike = (column: Column, length: number): Column =>
  new (column.constructor as new (length: number) => Column)(length);
