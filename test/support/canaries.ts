/**
 * Values that stand nowhere but in what somebody keeps to themselves: where one of them turns up, something leaked. Each is
 * long enough that no id, hash or sum holds it by chance.
 */
export class Canaries {
  private readonly words: string[] = [];

  text(of: string): string {
    return this.keep(`canary-${String(this.words.length)}-${of}`);
  }

  priceVndPerKg(): string {
    return this.keep(String(91_733_117 + this.words.length));
  }

  quantityKg(): string {
    return this.keep(`${String(8_412_903 + this.words.length)}.417`);
  }

  taxCode(): string {
    return this.keep(String(8_930_417_265 + this.words.length));
  }

  phone(): string {
    return this.keep(String(84_917_330_652 + this.words.length));
  }

  /** A latitude in Vietnam, exact to a metre. */
  latitude(): number {
    const latitude = 9.531_748_2 + this.words.length / 1e6;
    this.keep(String(latitude).slice(0, 8));
    return latitude;
  }

  get count(): number {
    return this.words.length;
  }

  /** Which of them a text holds. */
  in(text: string): string[] {
    return this.words.filter((word) => text.includes(word));
  }

  notIn(text: string): string[] {
    return this.words.filter((word) => !text.includes(word));
  }

  private keep(word: string): string {
    this.words.push(word);
    return word;
  }
}
