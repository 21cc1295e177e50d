import type { Words } from '../app/language';

interface PhotoWords {
  readonly title: string;
  readonly add: string;
  readonly hint: string;
  readonly shrinking: string;
  readonly fault: Readonly<Record<'UNREADABLE' | 'TOO_MANY', string>>;
  readonly photoOf: (name: string, place: number) => string;
  readonly remove: (place: number) => string;
  readonly notRemoved: string;
  readonly count: (count: number) => string;
  readonly see: (name: string, count: number) => string;
  readonly notThere: string;
  readonly close: string;
  readonly waiting: (count: number) => string;
  readonly refused: (message: string) => string;
}

export const photoWords: Words<PhotoWords> = {
  vi: {
    title: 'Ảnh',
    add: 'Thêm ảnh',
    hint: 'Nhiều nhất 4 ảnh. Máy thu nhỏ ảnh trước khi gửi, và bỏ nơi chụp.',
    shrinking: 'Đang thu nhỏ ảnh…',
    fault: {
      UNREADABLE: 'Máy không đọc được ảnh này. Chụp lại, hoặc chọn ảnh khác.',
      TOO_MANY: 'Mỗi tin nhiều nhất 4 ảnh. Bỏ bớt ảnh rồi thêm.',
    },
    photoOf: (name, place) => `${name}, ảnh ${place}`,
    remove: (place) => `Bỏ ảnh ${place}`,
    notRemoved: 'Chưa bỏ được ảnh đã đăng. Hãy thử lại khi có mạng.',
    count: (count) => `${count} ảnh`,
    see: (name, count) => `Xem ${count} ảnh: ${name}`,
    notThere: 'Chưa tải được ảnh',
    close: 'Đóng',
    waiting: (count) => `Tin đã đăng, còn ${count} ảnh chờ gửi.`,
    refused: (message) => `Tin đã đăng, nhưng ảnh chưa gửi được: ${message}`,
  },
  en: {
    title: 'Photos',
    add: 'Add photos',
    hint: 'At most 4. They are made smaller on this device, without where they were taken.',
    shrinking: 'Making photos smaller…',
    fault: {
      UNREADABLE: "This photo can't be read here. Take it again, or choose another.",
      TOO_MANY: 'A listing has at most 4 photos. Remove one, then add another.',
    },
    photoOf: (name, place) => `${name}, photo ${place}`,
    remove: (place) => `Remove photo ${place}`,
    notRemoved: "The photo couldn't be removed. Try again with a network.",
    count: (count) => (count === 1 ? 'one photo' : `${count} photos`),
    see: (name, count) => (count === 1 ? `See the photo: ${name}` : `See ${count} photos: ${name}`),
    notThere: "The photo couldn't be loaded",
    close: 'Close',
    waiting: (count) =>
      count === 1 ? 'Listed; one photo waits to be sent.' : `Listed; ${count} photos wait to be sent.`,
    refused: (message) => `Listed, but a photo was not sent: ${message}`,
  },
};
