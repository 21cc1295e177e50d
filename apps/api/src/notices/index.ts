import { NoticeFields, NoticeMutations, NoticeQueries, NoticeSubscriptions } from './notices.resolver.js';

export const noticesResolvers = [NoticeQueries, NoticeMutations, NoticeSubscriptions, NoticeFields];
