import type { Words } from './language';

interface ConsoleWords {
  readonly back: string;
  readonly language: string;
  readonly today: string;
  readonly offline: string;
  readonly offlineWhy: string;
  readonly unreachable: string;
  readonly unreachableWhy: string;
  readonly askAgain: string;
  readonly loading: string;
  readonly notThere: string;
  readonly parts: string;
  /** Called so in the list of parts and on their pages. */
  readonly part: Readonly<
    Record<
      'listProduce' | 'myListings' | 'postDemand' | 'myDemands' | 'contracts' | 'participation' | 'desk' | 'rounds',
      string
    >
  >;
  readonly skip: string;
  readonly home: string;
}

export const consoleWords: Words<ConsoleWords> = {
  vi: {
    back: 'Quay lại',
    language: 'English',
    today: 'Hôm nay',
    offline: 'Đang mất mạng',
    offlineWhy: 'Cứ điền tiếp, có sóng tin sẽ tự gửi.',
    unreachable: 'Chưa tải được',
    unreachableWhy: 'Mạng hoặc máy chủ đang có vấn đề. Những gì bạn viết vẫn còn trên máy.',
    askAgain: 'Thử lại',
    loading: 'Đang tải',
    notThere: 'Không có trang này',
    parts: 'Các phần',
    part: {
      listProduce: 'Đăng nông sản',
      myListings: 'Tin của tôi',
      postDemand: 'Đăng nhu cầu',
      myDemands: 'Nhu cầu mua',
      contracts: 'Hợp đồng',
      participation: 'Tổng quan',
      desk: 'Việc chờ duyệt',
      rounds: 'Đợt ghép nối',
    },
    skip: 'Đến nội dung',
    home: 'Về trang đầu',
  },
  en: {
    back: 'Back',
    language: 'Tiếng Việt',
    today: 'Today',
    offline: 'No network',
    offlineWhy: 'Go on writing: it sends itself when there is a network.',
    unreachable: "Couldn't be loaded",
    unreachableWhy: 'The network or the server has trouble. What you wrote is still on this device.',
    askAgain: 'Try again',
    loading: 'Loading',
    notThere: 'There is no such page',
    parts: 'Parts',
    part: {
      listProduce: 'List produce',
      myListings: 'My listings',
      postDemand: 'Post a demand',
      myDemands: 'My demands',
      contracts: 'Contracts',
      participation: 'Overview',
      desk: 'To decide',
      rounds: 'Rounds',
    },
    skip: 'To the content',
    home: 'To the first page',
  },
};
