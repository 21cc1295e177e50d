import type { Words } from '../app/language';
import type { PostingKind } from '../market/posting';
import type { Match } from './documents';

type Criterion = Match['parts'][number]['criterion'];

/** Of a listing: about buyers; of a demand: about sellers. */
interface SideWords {
  readonly title: string;
  readonly whoFits: string;
  readonly fits: (count: number, atMost: boolean) => string;
  readonly nobody: string;
  readonly notOpen: string;
  readonly notThere: string;
  readonly lot: (quantity: string) => string;
  readonly price: (price: string) => string;
}

interface MatchingWords {
  readonly of: Readonly<Record<PostingKind, SideWords>>;
  readonly howWell: Readonly<Record<'VERY' | 'WELL' | 'SO_SO', string>>;
  readonly of100: (score: number) => string;
  readonly openPrice: string;
  readonly kilometres: (km: string, isApproximate: boolean) => string;
  readonly why: string;
  readonly criterion: Readonly<Record<Criterion, string>>;
  readonly counts: (points: string, most: string) => string;
  readonly offer: string;
}

export const matchingWords: Words<MatchingWords> = {
  vi: {
    of: {
      LISTING: {
        title: 'Người mua phù hợp',
        whoFits: 'Xem người mua phù hợp',
        fits: (count, atMost) => `${atMost ? 'Có từ ' : ''}${count} nhu cầu phù hợp, hợp nhất ở trên`,
        nobody: 'Chưa có người mua phù hợp. Nhu cầu mới đăng sẽ hiện ở đây ngay.',
        notOpen: 'Tin này không còn đăng nên không ghép nữa.',
        notThere: 'Không có tin này.',
        lot: (quantity) => `Mua được ${quantity}`,
        price: (price) => `trả tối đa ${price} đ/kg`,
      },
      DEMAND: {
        title: 'Người bán phù hợp',
        whoFits: 'Xem người bán phù hợp',
        fits: (count, atMost) => `${atMost ? 'Có từ ' : ''}${count} tin phù hợp, hợp nhất ở trên`,
        nobody: 'Chưa có người bán phù hợp. Tin mới đăng sẽ hiện ở đây ngay.',
        notOpen: 'Nhu cầu này không còn đăng nên không ghép nữa.',
        notThere: 'Không có nhu cầu này.',
        lot: (quantity) => `Bán được ${quantity}`,
        price: (price) => `giá ${price} đ/kg`,
      },
    },
    howWell: { VERY: 'Rất hợp', WELL: 'Hợp', SO_SO: 'Tạm hợp' },
    of100: (score) => `${score}/100`,
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
  },
  en: {
    of: {
      LISTING: {
        title: 'Buyers who fit',
        whoFits: 'See the buyers who fit',
        fits: (count, atMost) => `${atMost ? 'At least ' : ''}${count} demands fit, the best first`,
        nobody: 'No buyer fits yet. A demand that fits shows up here as soon as it is posted.',
        notOpen: 'This listing is no longer open, so nothing is matched with it.',
        notThere: 'There is no such listing.',
        lot: (quantity) => `Takes ${quantity}`,
        price: (price) => `pays ${price} VND/kg at most`,
      },
      DEMAND: {
        title: 'Sellers who fit',
        whoFits: 'See the sellers who fit',
        fits: (count, atMost) => `${atMost ? 'At least ' : ''}${count} listings fit, the best first`,
        nobody: 'No seller fits yet. A listing that fits shows up here as soon as it is listed.',
        notOpen: 'This demand is no longer open, so nothing is matched with it.',
        notThere: 'There is no such demand.',
        lot: (quantity) => `Has ${quantity}`,
        price: (price) => `asks ${price} VND/kg`,
      },
    },
    howWell: { VERY: 'Fits very well', WELL: 'Fits well', SO_SO: 'Fits' },
    of100: (score) => `${score}/100`,
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
  },
};
