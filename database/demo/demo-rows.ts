import type { Day } from '@lienket/platform';
import type { ChainRole } from '@lienket/registry';

/** A row of contracts.contract, and in which month participation gets to know it and its end. */
export interface ContractDraftRow {
  readonly id: string;
  number: string;
  readonly origin: string;
  status: string;
  readonly form: string;
  readonly version: number;
  readonly offered_by: string | null;
  readonly terms: string | null;
  readonly evidence: string | null;
  readonly starts_on: Day;
  readonly ends_on: Day;
  readonly valid_until: Day | null;
  readonly signed_on: Day | null;
  /** null until the step in which it becomes known. */
  readonly terminated_on: null;
  readonly attested_by: string | null;
  readonly commodity_codes: readonly string[];
  readonly created_at: Date;
}

export interface PartyRow {
  readonly contract_id: string;
  readonly organization_id: string;
  readonly roles: readonly ChainRole[];
  readonly lead: boolean;
  readonly position: number;
}

export interface WrittenContract {
  readonly row: ContractDraftRow;
  readonly parties: readonly PartyRow[];
  readonly recordedOn: Day;
  readonly terminated: { readonly effectiveOn: Day; readonly knownOn: Day } | null;
}

export interface ListingRow {
  readonly id: string;
  readonly organization_id: string;
  readonly commodity_code: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly certifications: readonly string[];
  readonly quantity_kg: number;
  held_kg: number;
  readonly minimum_lot_kg: number;
  readonly available: string;
  readonly ask_price_vnd_per_kg: number | null;
  readonly province_code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly withdrawn_at: Date | null;
  readonly created_at: Date;
}

export interface DemandRow {
  readonly id: string;
  readonly buyer_id: string;
  readonly commodity_code: string;
  readonly variety: string | null;
  readonly minimum_grade: string | null;
  readonly required_certifications: readonly string[];
  readonly quantity_kg: number;
  held_kg: number;
  readonly minimum_lot_kg: number;
  readonly maximum_suppliers: number | null;
  readonly deliver: string;
  readonly maximum_price_vnd_per_kg: number | null;
  readonly province_code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly withdrawn_at: Date | null;
  readonly created_at: Date;
}

export interface LineRow {
  readonly id: string;
  readonly contract_id: string;
  readonly version: number;
  readonly position: number;
  readonly supplier_id: string;
  readonly buyer_id: string;
  readonly listing_id: string | null;
  readonly demand_id: string | null;
  readonly commodity_code: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly quantity_kg: number;
  accepted_kg: number;
  readonly price_mechanism: string;
  readonly price_vnd_per_kg: number;
}

export interface DeliveryRow {
  readonly id: string;
  readonly contract_id: string;
  readonly line_id: string;
  readonly delivered_on: Day;
  readonly quantity_kg: number;
  readonly accepted_kg: number;
  readonly grade: string | null;
  readonly note: null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

/** What the demo puts into the tables beside the organizations. Amounts are whole kilograms. */
export interface DemoRows {
  readonly contracts: WrittenContract[];
  readonly versions: object[];
  readonly lines: LineRow[];
  readonly signatures: object[];
  readonly events: object[];
  readonly deliveries: DeliveryRow[];
  readonly listings: ListingRow[];
  readonly demands: DemandRow[];
}

export const noRows = (): DemoRows => ({
  contracts: [],
  versions: [],
  lines: [],
  signatures: [],
  events: [],
  deliveries: [],
  listings: [],
  demands: [],
});
