import { AwardFields, AwardOfContract, AwardQueries } from './award.resolver.js';
import { ContractAgreement, ContractFulfilment } from './contract-changes.resolver.js';
import {
  ContractEventFields,
  ContractFields,
  ContractLineFields,
  ContractPartyFields,
  ContractVersionFields,
  DeliveryFields,
} from './contract.resolver.js';
import { ContractQueries } from './contracts.resolver.js';

export { contractsForms } from './contracts.forms.js';
export const contractsResolvers = [
  ContractQueries,
  ContractAgreement,
  ContractFulfilment,
  ContractFields,
  ContractPartyFields,
  ContractVersionFields,
  ContractLineFields,
  ContractEventFields,
  DeliveryFields,
  AwardQueries,
  AwardOfContract,
  AwardFields,
];
