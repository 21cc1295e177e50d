/** An id takes four words of 32 bits, most significant first: ids in words sort as their texts do. */
export const WORDS = 4;

export function writeId(id: string, words: Uint32Array, slot: number): void {
  const digits = id.replaceAll('-', '');
  for (let word = 0; word < WORDS; word += 1)
    words[slot * WORDS + word] = Number.parseInt(digits.slice(8 * word, 8 * word + 8), 16);
}

export function readId(words: Uint32Array, slot: number): string {
  const [a, b, c, d] = [0, 1, 2, 3].map((word) => words[slot * WORDS + word]!.toString(16).padStart(8, '0')) as Quartet;
  return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`;
}
type Quartet = [string, string, string, string];

/** Below 0 where the first comes first. */
export function compareIds(a: Uint32Array, aSlot: number, b: Uint32Array, bSlot: number): number {
  for (let word = 0; word < WORDS; word += 1) {
    const difference = a[aSlot * WORDS + word]! - b[bSlot * WORDS + word]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first 52 bits, which a double holds exactly: smaller ones come first, equal ones may differ further on. */
export const idPrefix = (words: Uint32Array, slot: number): number =>
  words[slot * WORDS]! * 2 ** 20 + (words[slot * WORDS + 1]! >>> 12);

const EMPTY = 0;

/** Finds the slot of an id, by open addressing: four to eight bytes a row instead of the hundred of a Map of texts. */
export class IdIndex {
  private places = new Int32Array(64);
  private count = 0;
  private readonly wanted = new Uint32Array(WORDS);

  /** @param words where the ids stand, which may be laid out anew as they grow */
  constructor(private readonly words: () => Uint32Array) {}

  get size(): number {
    return this.count;
  }

  /** -1 where there is none. */
  slotOf(id: string): number {
    writeId(id, this.wanted, 0);
    const mask = this.places.length - 1;
    for (let place = this.home(this.wanted, 0); this.places[place] !== EMPTY; place = (place + 1) & mask)
      if (compareIds(this.words(), this.places[place]! - 1, this.wanted, 0) === 0) return this.places[place]! - 1;
    return -1;
  }

  add(slot: number): void {
    if (3 * (this.count + 1) > 2 * this.places.length) this.grow();
    this.place(slot);
    this.count += 1;
  }

  /** While its id still stands in its slot. */
  move(from: number, to: number): void {
    this.places[this.placeOf(from)] = to + 1;
  }

  /** While its id still stands in its slot. */
  remove(slot: number): void {
    const mask = this.places.length - 1;
    let hole = this.placeOf(slot);
    for (let place = (hole + 1) & mask; this.places[place] !== EMPTY; place = (place + 1) & mask) {
      const home = this.home(this.words(), this.places[place]! - 1);
      if (((place - home) & mask) < ((place - hole) & mask)) continue;
      this.places[hole] = this.places[place]!;
      hole = place;
    }
    this.places[hole] = EMPTY;
    this.count -= 1;
  }

  private placeOf(slot: number): number {
    let place = this.home(this.words(), slot);
    while (this.places[place] !== slot + 1) {
      if (this.places[place] === EMPTY) throw new Error('A row that is not in the index was to be moved or removed.');
      place = (place + 1) & (this.places.length - 1);
    }
    return place;
  }

  private place(slot: number): void {
    let place = this.home(this.words(), slot);
    while (this.places[place] !== EMPTY) place = (place + 1) & (this.places.length - 1);
    this.places[place] = slot + 1;
  }

  private grow(): void {
    const before = this.places;
    this.places = new Int32Array(2 * before.length);
    for (const place of before) if (place !== EMPTY) this.place(place - 1);
  }

  /** The last words of every kind of UUID are random. */
  private home(words: Uint32Array, slot: number): number {
    const mixed = Math.imul(words[slot * WORDS + 2]! ^ words[slot * WORDS + 3]!, 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & (this.places.length - 1);
  }
}
