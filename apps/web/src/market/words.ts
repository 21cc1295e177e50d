import type { Words } from '../app/language';
import type { Fault, Question, When } from './listing-draft';
import type { OwnListing } from './documents';

interface MarketWords {
  readonly again: string;
  readonly question: Readonly<Record<Question, string>>;
  readonly answered: string;
  readonly optional: string;
  readonly otherCrop: string;
  readonly chooseCrop: string;
  readonly variety: string;
  readonly anyVariety: string;
  readonly gradeAndCertificates: string;
  readonly grade: string;
  readonly noGrade: string;
  readonly certificates: string;
  readonly less: string;
  readonly more: string;
  readonly howMuch: (unit: string) => string;
  readonly when: Readonly<Record<When, string>>;
  readonly from: string;
  readonly to: string;
  readonly days: (from: string, to: string) => string;
  readonly price: string;
  readonly perKg: string;
  readonly openPrice: string;
  readonly askedHere: (low: string, high: string, count: number) => string;
  readonly faults: Readonly<Record<Question, Partial<Record<Fault, string>>>>;
  readonly mend: (count: number) => string;
  readonly savedAt: (time: string) => string;
  readonly review: string;
  readonly reviewTitle: string;
  readonly change: string;
  readonly send: string;
  readonly keep: string;
  readonly remaining: (left: string, whole: string) => string;
  readonly status: Readonly<Record<OwnListing['status'], string>>;
  readonly noListings: string;
  readonly waiting: string;
  readonly waitingTitle: (count: number) => string;
  readonly refused: string;
  readonly tooOld: string;
  readonly mendIt: string;
  readonly throwAway: string;
  readonly withdraw: string;
  readonly withdrawSure: string;
  readonly withdrawWhy: string;
  readonly leaveIt: string;
  readonly sentNow: string;
  readonly firstOf: (shown: number, all: number) => string;
}

export const marketWords: Words<MarketWords> = {
  vi: {
    again: 'Dùng lại tin vụ trước',
    question: {
      commodity: 'Bán gì?',
      amount: 'Bao nhiêu?',
      days: 'Khi nào có hàng?',
      price: 'Giá mong muốn',
    },
    answered: 'Đã điền',
    optional: 'không bắt buộc',
    otherCrop: 'Loại khác',
    chooseCrop: 'Chọn loại nông sản',
    variety: 'Giống',
    anyVariety: 'Viết tên giống, nếu có',
    gradeAndCertificates: 'Phẩm cấp và chứng nhận',
    grade: 'Phẩm cấp',
    noGrade: 'Không ghi',
    certificates: 'Chứng nhận',
    less: 'Bớt',
    more: 'Thêm',
    howMuch: (unit) => `Số lượng, ${unit}`,
    when: { NOW: 'Có sẵn', THIS_MONTH: 'Tháng này', NEXT_MONTH: 'Tháng sau', OTHER_DAYS: 'Chọn ngày' },
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
      days: {
        MISSING: 'Chọn khi nào có hàng.',
        OVER_ALREADY: 'Ngày cuối đã qua: chọn từ hôm nay trở đi.',
        WRONG_ORDER: 'Ngày cuối phải sau ngày đầu.',
      },
      price: {
        NOT_A_NUMBER: 'Giá là một số, như 62.000; hoặc để trống.',
        NOT_WHOLE: 'Giá tính chẵn đồng.',
        TOO_MUCH: 'Cao nhất 100 triệu đồng một kg.',
      },
    },
    mend: (count) => `Còn ${count} chỗ cần sửa`,
    savedAt: (time) => `Đã lưu trên máy lúc ${time}`,
    review: 'Xem lại rồi đăng',
    reviewTitle: 'Xem lại tin',
    change: 'Sửa lại',
    send: 'Đăng tin',
    keep: 'Giữ trên máy, có sóng tự gửi',
    remaining: (left, whole) => `còn ${left} / ${whole}`,
    status: { OPEN: 'Đang đăng', FILLED: 'Đã đủ', WITHDRAWN: 'Đã rút', EXPIRED: 'Hết hạn' },
    noListings: 'Chưa có tin nào. Đăng tin đầu tiên, người mua sẽ thấy ngay.',
    waiting: 'Chờ gửi',
    waitingTitle: (count) => `${count} tin chờ gửi`,
    refused: 'Chưa đăng được',
    tooOld: 'Tin nằm trên máy quá lâu nên không tự gửi nữa. Xem lại rồi đăng.',
    mendIt: 'Sửa',
    throwAway: 'Bỏ',
    withdraw: 'Rút tin',
    withdrawSure: 'Rút tin này?',
    withdrawWhy: 'Người mua không thấy tin nữa. Hợp đồng đã ký vẫn giữ nguyên.',
    leaveIt: 'Để sau',
    sentNow: 'Đã gửi',
    firstOf: (shown, all) => `${shown} tin mới nhất trong ${all}`,
  },
  en: {
    again: "Last season's listing again",
    question: {
      commodity: 'What do you sell?',
      amount: 'How much?',
      days: 'When is it there?',
      price: 'Price you ask',
    },
    answered: 'Answered',
    optional: 'may be left out',
    otherCrop: 'Another',
    chooseCrop: 'Choose the commodity',
    variety: 'Variety',
    anyVariety: 'Name of the variety, if any',
    gradeAndCertificates: 'Grade and certificates',
    grade: 'Grade',
    noGrade: 'Not said',
    certificates: 'Certificates',
    less: 'Less',
    more: 'More',
    howMuch: (unit) => `Quantity, ${unit}`,
    when: { NOW: 'Ready now', THIS_MONTH: 'This month', NEXT_MONTH: 'Next month', OTHER_DAYS: 'Pick days' },
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
      days: {
        MISSING: 'Choose when it is there.',
        OVER_ALREADY: 'The last day is over: choose days from today on.',
        WRONG_ORDER: 'The last day comes after the first.',
      },
      price: {
        NOT_A_NUMBER: 'A price is a number, like 62,000; or leave it empty.',
        NOT_WHOLE: 'Prices are in whole VND.',
        TOO_MUCH: 'At most 100 million VND a kilogram.',
      },
    },
    mend: (count) => (count === 1 ? 'One answer to mend' : `${count} answers to mend`),
    savedAt: (time) => `Saved on this device at ${time}`,
    review: 'Review and list',
    reviewTitle: 'Review',
    change: 'Change',
    send: 'List it',
    keep: 'Keep it; it sends itself later',
    remaining: (left, whole) => `${left} of ${whole} left`,
    status: { OPEN: 'Open', FILLED: 'Filled', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired' },
    noListings: 'No listings yet. List the first one: buyers see it at once.',
    waiting: 'Waiting to be sent',
    waitingTitle: (count) => (count === 1 ? 'One listing waits to be sent' : `${count} listings wait to be sent`),
    refused: 'Not listed',
    tooOld: 'It lay on this device for too long to send itself. Review it and list it.',
    mendIt: 'Mend',
    throwAway: 'Throw away',
    withdraw: 'Withdraw',
    withdrawSure: 'Withdraw this listing?',
    withdrawWhy: 'Buyers no longer see it. Signed contracts stay as they are.',
    leaveIt: 'Not now',
    sentNow: 'Sent',
    firstOf: (shown, all) => `The newest ${shown} of ${all}`,
  },
};
