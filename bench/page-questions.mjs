/** The same page, as each of them is asked for it. */
const LISTING = `id variety grade certifications quantityKg remainingKg minimumLotKg availableFrom availableTo askPriceVndPerKg createdAt
  organization { id name kind } province`;
export const OURS = `query Page($commodity: ID!) {
  listings(filter: { commodityCodes: [$commodity] }, first: 20) { nodes { ${LISTING} { code nameVi } } pageInfo { hasNextPage endCursor } }
}`;
export const APOLLO = `query Page($commodity: ID!) {
  listings(commodityCode: $commodity, first: 20) { nodes { ${LISTING} { code nameVi } } pageInfo { hasNextPage endCursor } }
}`;
// Its own id is that of a node of the whole schema.
export const POSTGRAPHILE = `query Page($commodity: String!) {
  allListings(condition: { commodityCode: $commodity }, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC], first: 20) {
    nodes { ${LISTING.replaceAll(/\bid\b/g, 'id: rowId')
      .replace('organization', 'organization: organizationByOrganizationId')
      .replace('province', 'province: provinceByProvinceCode')} { code nameVi } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The best matches of a demand, with the same of each listing. */
export const MATCHES = `query Matches($id: ID!, $first: Int!) {
  demand(id: $id) {
    matches(first: $first) {
      totalCount
      nodes { score quantityKg parts { criterion value weight } listing { ${LISTING} { code nameVi } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const asPost =
  (query, headers = {}) =>
  (commodity) => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { commodity } }),
  });
