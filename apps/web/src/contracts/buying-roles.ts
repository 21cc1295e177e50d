import type { ContractSummary } from './documents';

type ChainRole = ContractSummary['parties'][number]['roles'][number];

const BUYING_ROLES = ['PROCESSOR', 'DISTRIBUTOR', 'EXPORTER'] as const;

/** What the buyer does with it, of what it says it does; who only buys, distributes. */
export function buyingRoles(roles: readonly ChainRole[]): ChainRole[] {
  const buying = BUYING_ROLES.filter((role) => roles.includes(role));
  return buying.length > 0 ? buying : ['DISTRIBUTOR'];
}
