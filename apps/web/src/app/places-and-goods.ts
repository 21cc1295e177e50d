import { graphql } from './graphql';

export const placesAndGoods = graphql(`
  fragment placesAndGoods on Query @_unmask {
    provinces {
      code
      nameVi
      nameEn
    }
    commodities {
      code
      nameVi
      nameEn
    }
  }
`);

/** What is chosen from: the provinces and the commodities. The device remembers them. */
export const PlacesAndGoods = graphql(
  `
    query PlacesAndGoods {
      ...placesAndGoods
    }
  `,
  [placesAndGoods],
);
