import { graphql, type ResultOf } from '../app/graphql';

export const MyImports = graphql(`
  query MyImports {
    imports(first: 20) {
      totalCount
      nodes {
        id
        kind
        fileName
        status
        rowsDone
        rowsOf
        rejectedCount
        fault
        createdAt
      }
    }
  }
`);

export type MyImport = ResultOf<typeof MyImports>['imports']['nodes'][number];

export const isUnderWay = ({ status }: MyImport): boolean => ['QUEUED', 'CHECKING', 'SAVING'].includes(status);

export const CancelImport = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      id
      status
    }
  }
`);
