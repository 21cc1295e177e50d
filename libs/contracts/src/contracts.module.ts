import { MarketModule } from '@lienket/market';
import { Module } from '@nestjs/common';
import { AttestContract } from './attest-contract.js';
import { AwardContracts } from './award-contracts.js';
import { AwardReads } from './award.reads.js';
import { AwardStore } from './award.store.js';
import { ContractHistoryReads } from './contract-history.reads.js';
import { ContractPartReads } from './contract-part.reads.js';
import { ContractReads } from './contract.reads.js';
import { ContractStore } from './contract.store.js';
import { CounterContract } from './counter-contract.js';
import { DeclineContract } from './decline-contract.js';
import { DeliveryStore } from './delivery.store.js';
import { LedgerStore } from './ledger.store.js';
import { OfferContract } from './offer-contract.js';
import { OfferTogether } from './offer-together.js';
import { RecordDelivery } from './record-delivery.js';
import { SignContract } from './sign-contract.js';
import { TerminateContract } from './terminate-contract.js';
import { WithdrawContract } from './withdraw-contract.js';

const stores = [ContractStore, DeliveryStore, LedgerStore, AwardStore];
const reads = [ContractReads, ContractPartReads, ContractHistoryReads, AwardReads];
const useCases = [
  OfferContract,
  OfferTogether,
  AwardContracts,
  CounterContract,
  SignContract,
  DeclineContract,
  WithdrawContract,
  TerminateContract,
  AttestContract,
  RecordDelivery,
];

@Module({
  imports: [MarketModule],
  providers: [...stores, ...reads, ...useCases],
  // The stores are for the jobs of this room, which run behind the worker's door.
  exports: [...stores, ...reads, ...useCases],
})
export class ContractsModule {}
