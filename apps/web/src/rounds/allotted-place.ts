/** A province, and what a round allots there. */
export interface AllottedPlace {
  readonly code: string;
  readonly name: string;
  readonly suppliedKg: number;
  readonly receivedKg: number;
  readonly supplierCount: number;
}
