import type { Words } from '../app/language';
import type { Match } from './documents';

type Criterion = Match['parts'][number]['criterion'];

interface MatchingWords {
  readonly title: string;
  readonly fits: (count: number, atMost: boolean) => string;
  readonly nobody: string;
  readonly notOpen: string;
  readonly notThere: string;
  readonly howWell: Readonly<Record<'VERY' | 'WELL' | 'SO_SO', string>>;
  readonly of100: (score: number) => string;
  readonly takes: (quantity: string) => string;
  readonly paysAtMost: (price: string) => string;
  readonly openPrice: string;
  readonly kilometres: (km: string, isApproximate: boolean) => string;
  readonly why: string;
  readonly criterion: Readonly<Record<Criterion, string>>;
  readonly counts: (points: string, most: string) => string;
  readonly offer: string;
  readonly whoFits: string;
}

export const matchingWords: Words<MatchingWords> = {
  vi: {
    title: 'Người mua phù hợp',
    fits: (count, atMost) => (atMost ? `Có từ ${count} nhu cầu phù hợp` : `${count} nhu cầu phù hợp, hợp nhất ở trên`),
    nobody: 'Chưa có người mua phù hợp. Nhu cầu mới đăng sẽ hiện ở đây ngay.',
    notOpen: 'Tin này không còn đăng nên không ghép nữa.',
    notThere: 'Không có tin này.',
    howWell: { VERY: 'Rất hợp', WELL: 'Hợp', SO_SO: 'Tạm hợp' },
    of100: (score) => `${score}/100`,
    takes: (quantity) => `Mua được ${quantity}`,
    paysAtMost: (price) => `trả tối đa ${price} đ/kg`,
    openPrice: 'giá thương lượng',
    kilometres: (km, isApproximate) => (isApproximate ? `khoảng ${km} km` : `${km} km`),
    why: 'Vì sao?',
    criterion: {
      PRICE: 'Giá',
      DISTANCE: 'Khoảng cách',
      TIMING: 'Thời gian',
      QUALITY: 'Chất lượng',
      RELIABILITY: 'Giữ lời',
      INCLUSION: 'Ưu tiên tổ chức chưa liên kết',
    },
    counts: (points, most) => `${points} trong ${most} điểm`,
    offer: 'Chào hợp đồng',
    whoFits: 'Xem người mua phù hợp',
  },
  en: {
    title: 'Buyers who fit',
    fits: (count, atMost) => (atMost ? `At least ${count} demands fit` : `${count} demands fit, the best first`),
    nobody: 'No buyer fits yet. A demand that fits shows up here as soon as it is posted.',
    notOpen: 'This listing is no longer open, so nothing is matched with it.',
    notThere: 'There is no such listing.',
    howWell: { VERY: 'Fits very well', WELL: 'Fits well', SO_SO: 'Fits' },
    of100: (score) => `${score}/100`,
    takes: (quantity) => `Takes ${quantity}`,
    paysAtMost: (price) => `pays ${price} VND/kg at most`,
    openPrice: 'open price',
    kilometres: (km, isApproximate) => (isApproximate ? `some ${km} km` : `${km} km`),
    why: 'Why?',
    criterion: {
      PRICE: 'Price',
      DISTANCE: 'Distance',
      TIMING: 'Days',
      QUALITY: 'Quality',
      RELIABILITY: 'Reliability',
      INCLUSION: 'Preference for who takes part in no chain yet',
    },
    counts: (points, most) => `${points} of ${most} points`,
    offer: 'Offer a contract',
    whoFits: 'See the buyers who fit',
  },
};
