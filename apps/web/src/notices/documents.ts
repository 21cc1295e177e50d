import { graphql, type ResultOf } from '../app/graphql';

export const MyNotices = graphql(`
  query MyNotices {
    notices(first: 50) {
      totalCount
      nodes {
        id
        at
        text
        isRead
        contract {
          id
        }
      }
    }
  }
`);

export type MyNotice = ResultOf<typeof MyNotices>['notices']['nodes'][number];

export const UnreadChanged = graphql(`
  subscription UnreadChanged {
    unreadNoticesChanged
  }
`);

export const ReadNotice = graphql(`
  mutation ReadNotice($id: ID!) {
    readNotice(id: $id) {
      id
      isRead
    }
  }
`);

export const ReadAllNotices = graphql(`
  mutation ReadAllNotices($until: DateTime!) {
    readAllNotices(until: $until)
  }
`);
