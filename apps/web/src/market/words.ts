import type { Words } from '../app/language';
import type { OwnPosting } from './documents';
import type { PostingKind } from './posting';
import type { Fault, Question, When } from './posting-draft';

/** What is called otherwise where one buys. */
interface PostingWords {
  readonly again: string;
  readonly question: Readonly<Record<Exclude<Question, 'lot' | 'suppliers'>, string>>;
  readonly grade: string;
  readonly certificates: string;
  readonly when: Readonly<Record<When, string>>;
  readonly noDays: string;
  readonly review: string;
  readonly reviewTitle: string;
  readonly send: string;
  readonly priced: (price: string) => string;
  readonly none: string;
  readonly notThere: string;
  readonly change: string;
  readonly withdraw: string;
  readonly withdrawSure: string;
  readonly withdrawWhy: string;
}

interface MarketWords {
  readonly of: Readonly<Record<PostingKind, PostingWords>>;
  readonly answered: string;
  readonly optional: string;
  readonly otherCrop: string;
  readonly chooseCrop: string;
  readonly variety: string;
  readonly anyVariety: string;
  readonly more: string;
  readonly noGrade: string;
  readonly lessOf: string;
  readonly moreOf: string;
  readonly howMuch: (unit: string) => string;
  readonly smallestLot: string;
  readonly anyLot: string;
  readonly lotsFrom: (quantity: string) => string;
  readonly mostSuppliers: string;
  readonly anyNumber: string;
  readonly atMost: (suppliers: number) => string;
  readonly from: string;
  readonly to: string;
  readonly days: (from: string, to: string) => string;
  readonly price: string;
  readonly perKg: string;
  readonly openPrice: string;
  readonly askedHere: (low: string, high: string, count: number) => string;
  readonly faults: Readonly<Record<Exclude<Question, 'days'>, Partial<Record<Fault, string>>>>;
  readonly dayFaults: Readonly<Record<'OVER_ALREADY' | 'WRONG_ORDER', string>>;
  readonly mend: (count: number) => string;
  readonly savedAt: (time: string) => string;
  readonly change: string;
  readonly save: string;
  readonly keep: string;
  readonly remaining: (left: string, whole: string) => string;
  readonly status: Readonly<Record<OwnPosting['status'], string>>;
  readonly waiting: string;
  readonly waitingTitle: (count: number) => string;
  readonly refused: string;
  readonly tooOld: string;
  readonly mendIt: string;
  readonly throwAway: string;
  readonly leaveIt: string;
  readonly forTraders: string;
  readonly sentNow: string;
  readonly firstOf: (shown: number, all: number) => string;
}

/** What is wrong with an answer, and how it is mended. */
export function faultText(words: MarketWords, kind: PostingKind, question: Question, fault: Fault): string | undefined {
  if (question !== 'days') return words.faults[question][fault];
  return fault === 'OVER_ALREADY' || fault === 'WRONG_ORDER' ? words.dayFaults[fault] : words.of[kind].noDays;
}

export const marketWords: Words<MarketWords> = {
  vi: {
    of: {
      LISTING: {
        again: 'Dùng lại tin vụ trước',
        question: {
          commodity: 'Bán gì?',
          amount: 'Bao nhiêu?',
          days: 'Khi nào có hàng?',
          price: 'Giá mong muốn',
        },
        grade: 'Phẩm cấp',
        certificates: 'Chứng nhận',
        when: { NOW: 'Có sẵn', THIS_MONTH: 'Tháng này', NEXT_MONTH: 'Tháng sau', OTHER_DAYS: 'Chọn ngày' },
        noDays: 'Chọn khi nào có hàng.',
        review: 'Xem lại rồi đăng',
        reviewTitle: 'Xem lại tin',
        send: 'Đăng tin',
        priced: (price) => `${price} đ/kg`,
        none: 'Chưa có tin nào. Đăng tin đầu tiên, người mua sẽ thấy ngay.',
        notThere: 'Không có tin này.',
        change: 'Sửa tin',
        withdraw: 'Rút tin',
        withdrawSure: 'Rút tin này?',
        withdrawWhy: 'Người mua không thấy tin nữa. Hợp đồng đã ký vẫn giữ nguyên.',
      },
      DEMAND: {
        again: 'Dùng lại nhu cầu lần trước',
        question: {
          commodity: 'Mua gì?',
          amount: 'Bao nhiêu?',
          days: 'Khi nào nhận hàng?',
          price: 'Giá tối đa',
        },
        grade: 'Phẩm cấp thấp nhất',
        certificates: 'Chứng nhận phải có',
        when: { NOW: 'Nhận ngay', THIS_MONTH: 'Tháng này', NEXT_MONTH: 'Tháng sau', OTHER_DAYS: 'Chọn ngày' },
        noDays: 'Chọn khi nào nhận hàng.',
        review: 'Xem lại rồi đăng',
        reviewTitle: 'Xem lại nhu cầu',
        send: 'Đăng nhu cầu',
        priced: (price) => `tối đa ${price} đ/kg`,
        none: 'Chưa có nhu cầu nào. Đăng nhu cầu đầu tiên, hệ thống tìm người bán phù hợp ngay.',
        notThere: 'Không có nhu cầu này.',
        change: 'Sửa nhu cầu',
        withdraw: 'Rút nhu cầu',
        withdrawSure: 'Rút nhu cầu này?',
        withdrawWhy: 'Người bán không thấy nhu cầu nữa. Hợp đồng đã ký vẫn giữ nguyên.',
      },
    },
    answered: 'Đã điền',
    optional: 'không bắt buộc',
    otherCrop: 'Loại khác',
    chooseCrop: 'Chọn loại nông sản',
    variety: 'Giống',
    anyVariety: 'Viết tên giống, nếu có',
    more: 'Phẩm cấp, chứng nhận, lô nhỏ nhất',
    noGrade: 'Không ghi',
    lessOf: 'Bớt',
    moreOf: 'Thêm',
    howMuch: (unit) => `Số lượng, ${unit}`,
    smallestLot: 'Lô nhỏ nhất',
    anyLot: 'Để trống: lô nào cũng được',
    lotsFrom: (quantity) => `mỗi lô từ ${quantity}`,
    mostSuppliers: 'Số bên bán nhiều nhất',
    anyNumber: 'Để trống: bao nhiêu bên cũng được',
    atMost: (suppliers) => `nhiều nhất ${suppliers} bên bán`,
    from: 'Từ ngày',
    to: 'Đến ngày',
    days: (from, to) => `${from} đến ${to}`,
    price: 'Giá, đồng một kg',
    perKg: 'đ/kg',
    openPrice: 'Để trống: giá thương lượng',
    askedHere: (low, high, count) => `Trong tỉnh đang chào ${low}–${high} đ, ${count} tin.`,
    faults: {
      commodity: { MISSING: 'Chọn loại nông sản.' },
      amount: {
        MISSING: 'Ghi số lượng.',
        NOT_A_NUMBER: 'Số lượng là một số lớn hơn 0, như 20 hoặc 1,5.',
        TOO_MUCH: 'Nhiều nhất một triệu tấn.',
      },
      price: {
        NOT_A_NUMBER: 'Giá là một số, như 62.000; hoặc để trống.',
        NOT_WHOLE: 'Giá tính chẵn đồng.',
        TOO_MUCH: 'Cao nhất 100 triệu đồng một kg.',
      },
      lot: {
        NOT_A_NUMBER: 'Lô nhỏ nhất là một số, như 0,5; hoặc để trống.',
        TOO_MUCH: 'Lô nhỏ nhất không quá số lượng.',
      },
      suppliers: {
        NOT_A_NUMBER: 'Số bên bán là một số từ 1, hoặc để trống.',
        NOT_WHOLE: 'Số bên bán là số nguyên.',
        TOO_MUCH: 'Nhiều nhất 10.000 bên bán.',
      },
    },
    dayFaults: {
      OVER_ALREADY: 'Ngày cuối đã qua: chọn từ hôm nay trở đi.',
      WRONG_ORDER: 'Ngày cuối phải sau ngày đầu.',
    },
    mend: (count) => `Còn ${count} chỗ cần sửa`,
    savedAt: (time) => `Đã lưu trên máy lúc ${time}`,
    change: 'Sửa lại',
    save: 'Lưu thay đổi',
    keep: 'Giữ trên máy, có sóng tự gửi',
    remaining: (left, whole) => `còn ${left} / ${whole}`,
    status: { OPEN: 'Đang đăng', FILLED: 'Đã đủ', WITHDRAWN: 'Đã rút', EXPIRED: 'Hết hạn' },
    waiting: 'Chờ gửi',
    waitingTitle: (count) => `${count} tin chờ gửi`,
    refused: 'Chưa đăng được',
    tooOld: 'Tin nằm trên máy quá lâu nên không tự gửi nữa. Xem lại rồi đăng.',
    mendIt: 'Sửa',
    throwAway: 'Bỏ',
    leaveIt: 'Để sau',
    forTraders: 'Trang này dành cho người giao dịch của một tổ chức đang hoạt động.',
    sentNow: 'Đã gửi',
    firstOf: (shown, all) => `${shown} tin mới nhất trong ${all}`,
  },
  en: {
    of: {
      LISTING: {
        again: "Last season's listing again",
        question: {
          commodity: 'What do you sell?',
          amount: 'How much?',
          days: 'When is it there?',
          price: 'Price you ask',
        },
        grade: 'Grade',
        certificates: 'Certificates',
        when: { NOW: 'Ready now', THIS_MONTH: 'This month', NEXT_MONTH: 'Next month', OTHER_DAYS: 'Pick days' },
        noDays: 'Choose when it is there.',
        review: 'Review and list',
        reviewTitle: 'Review',
        send: 'List it',
        priced: (price) => `${price} VND/kg`,
        none: 'No listings yet. List the first one: buyers see it at once.',
        notThere: 'There is no such listing.',
        change: 'Change the listing',
        withdraw: 'Withdraw',
        withdrawSure: 'Withdraw this listing?',
        withdrawWhy: 'Buyers no longer see it. Signed contracts stay as they are.',
      },
      DEMAND: {
        again: 'The last demand again',
        question: {
          commodity: 'What do you buy?',
          amount: 'How much?',
          days: 'When do you take it?',
          price: 'Price at most',
        },
        grade: 'Grade at least',
        certificates: 'Certificates required',
        when: { NOW: 'At once', THIS_MONTH: 'This month', NEXT_MONTH: 'Next month', OTHER_DAYS: 'Pick days' },
        noDays: 'Choose when you take it.',
        review: 'Review and post',
        reviewTitle: 'Review',
        send: 'Post it',
        priced: (price) => `${price} VND/kg at most`,
        none: 'No demands yet. Post the first one: sellers who fit are found at once.',
        notThere: 'There is no such demand.',
        change: 'Change the demand',
        withdraw: 'Withdraw',
        withdrawSure: 'Withdraw this demand?',
        withdrawWhy: 'Sellers no longer see it. Signed contracts stay as they are.',
      },
    },
    answered: 'Answered',
    optional: 'may be left out',
    otherCrop: 'Another',
    chooseCrop: 'Choose the commodity',
    variety: 'Variety',
    anyVariety: 'Name of the variety, if any',
    more: 'Grade, certificates, smallest lot',
    noGrade: 'Not said',
    lessOf: 'Less',
    moreOf: 'More',
    howMuch: (unit) => `Quantity, ${unit}`,
    smallestLot: 'Smallest lot',
    anyLot: 'Leave empty for a lot of any size',
    lotsFrom: (quantity) => `lots of ${quantity} or more`,
    mostSuppliers: 'Sellers at most',
    anyNumber: 'Leave empty for as many sellers as it takes',
    atMost: (suppliers) => (suppliers === 1 ? 'one seller at most' : `${suppliers} sellers at most`),
    from: 'From',
    to: 'To',
    days: (from, to) => `${from} to ${to}`,
    price: 'Price, VND a kilogram',
    perKg: 'VND/kg',
    openPrice: 'Left empty: the price is open',
    askedHere: (low, high, count) => `In your province ${low}–${high} VND is asked, ${count} listings.`,
    faults: {
      commodity: { MISSING: 'Choose the commodity.' },
      amount: {
        MISSING: 'Say how much.',
        NOT_A_NUMBER: 'A quantity is a number above 0, like 20 or 1.5.',
        TOO_MUCH: 'At most a million tonnes.',
      },
      price: {
        NOT_A_NUMBER: 'A price is a number, like 62,000; or leave it empty.',
        NOT_WHOLE: 'Prices are in whole VND.',
        TOO_MUCH: 'At most 100 million VND a kilogram.',
      },
      lot: {
        NOT_A_NUMBER: 'The smallest lot is a number, like 0.5; or leave it empty.',
        TOO_MUCH: 'The smallest lot is at most the quantity.',
      },
      suppliers: {
        NOT_A_NUMBER: 'The number of sellers is 1 or more; or leave it empty.',
        NOT_WHOLE: 'The number of sellers is a whole one.',
        TOO_MUCH: 'At most 10,000 sellers.',
      },
    },
    dayFaults: {
      OVER_ALREADY: 'The last day is over: choose days from today on.',
      WRONG_ORDER: 'The last day comes after the first.',
    },
    mend: (count) => (count === 1 ? 'One answer to mend' : `${count} answers to mend`),
    savedAt: (time) => `Saved on this device at ${time}`,
    change: 'Change',
    save: 'Save the change',
    keep: 'Keep it; it sends itself later',
    remaining: (left, whole) => `${left} of ${whole} left`,
    status: { OPEN: 'Open', FILLED: 'Filled', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired' },
    waiting: 'Waiting to be sent',
    waitingTitle: (count) => (count === 1 ? 'One posting waits to be sent' : `${count} postings wait to be sent`),
    refused: 'Not posted',
    tooOld: 'It lay on this device for too long to send itself. Review it and post it.',
    mendIt: 'Mend',
    throwAway: 'Throw away',
    leaveIt: 'Not now',
    forTraders: 'This page is for the traders of an active organization.',
    sentNow: 'Sent',
    firstOf: (shown, all) => `The newest ${shown} of ${all}`,
  },
};
