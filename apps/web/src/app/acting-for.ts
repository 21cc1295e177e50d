import { graphql } from './graphql';

/** What the device keeps of the organization that a person acts for. */
export const ActingFor = graphql(`
  fragment ActingFor on Organization @_unmask {
    id
    name
    kind
    province {
      code
      nameVi
      nameEn
    }
  }
`);
