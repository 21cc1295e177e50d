import { graphql } from '../app/graphql';

export const CreateListing = graphql(`
  mutation CreateListing($input: ListingInput!) {
    createListing(input: $input) {
      id
    }
  }
`);

export const UpdateListing = graphql(`
  mutation UpdateListing($id: ID!, $input: ListingInput!) {
    updateListing(id: $id, input: $input) {
      id
    }
  }
`);

export const CreateDemand = graphql(`
  mutation CreateDemand($input: DemandInput!) {
    createDemand(input: $input) {
      id
    }
  }
`);

export const UpdateDemand = graphql(`
  mutation UpdateDemand($id: ID!, $input: DemandInput!) {
    updateDemand(id: $id, input: $input) {
      id
    }
  }
`);
