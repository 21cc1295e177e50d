import { graphql } from './graphql';

/** A commodity as people trade it: its name, and the unit in which its amounts are said. */
export const CommodityInTrade = graphql(`
  fragment CommodityInTrade on Commodity @_unmask {
    code
    nameVi
    nameEn
    tradeUnit
    kgPerTradeUnit
  }
`);
