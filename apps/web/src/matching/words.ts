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
  readonly ofWhole: (percent: string) => string;
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
  readonly compare: string;
  readonly compareThem: (count: number) => string;
  readonly pickAnother: string;
  readonly compared: string;
  readonly toTheList: string;
  readonly best: string;
  readonly overall: string;
  readonly quantity: string;
  readonly findBundles: string;
  readonly bundles: string;
  readonly bundle: (number: number) => string;
  readonly noBundle: string;
  readonly sellers: (count: number) => string;
  readonly shares: string;
  readonly filled: (offered: string, whole: string) => string;
  readonly missing: (quantity: string) => string;
  readonly beyond: (quantity: string) => string;
  readonly whole: string;
  readonly onAverage: (price: string) => string;
  readonly has: (quantity: string) => string;
  readonly leftOut: string;
  readonly moreThanLeft: (left: string) => string;
  readonly lessThanLot: (lot: string) => string;
  readonly priceOf: string;
  readonly perKg: string;
  readonly wrongNumber: string;
  readonly offerAll: (count: number) => string;
  readonly allOrNone: (quantity: string) => string;
  readonly sendAll: (count: number) => string;
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
        ofWhole: (percent) => `${percent} lượng bạn bán`,
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
        ofWhole: (percent) => `${percent} nhu cầu`,
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
    compare: 'So sánh',
    compareThem: (count) => `So sánh ${count} bên đã chọn`,
    pickAnother: 'Chọn thêm một hoặc hai bên để so sánh',
    compared: 'So sánh',
    toTheList: 'Về danh sách',
    best: 'Tốt nhất',
    overall: 'Chung',
    quantity: 'Số lượng',
    findBundles: 'Ghép nhiều bên bán cho đủ',
    bundles: 'Ghép nhiều bên bán',
    bundle: (number) => `Gói ${number}`,
    noBundle: 'Các bên bán phù hợp cộng lại chưa đủ nhu cầu này trong giới hạn đã đặt.',
    sellers: (count) => `${count} bên`,
    shares: 'Phần của mỗi bên',
    filled: (offered, whole) => `${offered} / ${whole}`,
    missing: (quantity) => `Còn thiếu ${quantity}`,
    beyond: (quantity) => `Nhiều hơn nhu cầu ${quantity}`,
    whole: 'Vừa đủ nhu cầu',
    onAverage: (price) => `bình quân ${price} đ/kg`,
    has: (quantity) => `còn ${quantity}`,
    leftOut: 'Không mua của bên này',
    moreThanLeft: (left) => `Bên này chỉ còn ${left}`,
    lessThanLot: (lot) => `Bên này bán từ ${lot}`,
    priceOf: 'Giá',
    perKg: 'đ/kg',
    wrongNumber: 'Ghi một số lớn hơn 0.',
    offerAll: (count) => `Chào ${count} hợp đồng`,
    allOrNone: (quantity) =>
      `Tổng ${quantity}. Gửi hết hoặc không gửi bên nào; mỗi bên bán chỉ thấy hợp đồng của mình.`,
    sendAll: (count) => `Gửi ${count} đề nghị`,
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
        ofWhole: (percent) => `${percent} of what you sell`,
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
        ofWhole: (percent) => `${percent} of the demand`,
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
    compare: 'Compare',
    compareThem: (count) => `Compare the ${count} you picked`,
    pickAnother: 'Pick one or two more to compare',
    compared: 'Side by side',
    toTheList: 'To the list',
    best: 'Best',
    overall: 'All in all',
    quantity: 'Quantity',
    findBundles: 'Fill it from several sellers',
    bundles: 'Several sellers together',
    bundle: (number) => `Bundle ${number}`,
    noBundle: 'All sellers who fit cannot fill this demand together within its limits.',
    sellers: (count) => (count === 1 ? 'one seller' : `${count} sellers`),
    shares: 'What each gives',
    filled: (offered, whole) => `${offered} of ${whole}`,
    missing: (quantity) => `${quantity} still missing`,
    beyond: (quantity) => `${quantity} more than the demand`,
    whole: 'Just what the demand needs',
    onAverage: (price) => `${price} VND/kg on average`,
    has: (quantity) => `${quantity} left`,
    leftOut: 'Nothing from this seller',
    moreThanLeft: (left) => `Only ${left} are left here`,
    lessThanLot: (lot) => `Sold from ${lot} on`,
    priceOf: 'Price',
    perKg: 'VND/kg',
    wrongNumber: 'Write a number above 0.',
    offerAll: (count) => (count === 1 ? 'Offer one contract' : `Offer ${count} contracts`),
    allOrNone: (quantity) => `${quantity} in all. All are sent, or none; each seller sees its own contract only.`,
    sendAll: (count) => (count === 1 ? 'Send the offer' : `Send ${count} offers`),
  },
};
