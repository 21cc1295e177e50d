import type { Words } from '../app/language';
import type { Reading } from './search';

interface FilterWords {
  readonly short: Readonly<Record<Reading, string>>;
  readonly filters: string;
  readonly filter: Readonly<
    Record<'reading' | 'province' | 'kind' | 'commodity' | 'months' | 'asOf' | 'knownAt' | 'takesPart', string>
  >;
  readonly unfiltered: Readonly<Record<'province' | 'kind' | 'commodity' | 'asOf' | 'knownAt' | 'takesPart', string>>;
  readonly months: (count: number) => string;
  readonly takesPart: string;
  readonly takesNoPart: string;
}

export const filterWords: Words<FilterWords> = {
  vi: {
    short: {
      ALL: 'Mọi tổ chức',
      GOOD_OR_FAIR: 'Xếp loại tốt, khá',
      COOPERATIVES: 'Hợp tác xã',
      AGRICULTURAL_COOPERATIVES: 'HTX nông nghiệp',
    },
    filters: 'Bộ lọc',
    filter: {
      reading: 'Cách tính',
      province: 'Tỉnh',
      kind: 'Loại hình',
      commodity: 'Mặt hàng',
      months: 'Kỳ',
      asOf: 'Ngày',
      knownAt: 'Theo số biết',
      takesPart: 'Liên kết',
    },
    unfiltered: {
      province: 'Cả nước',
      kind: 'Tất cả',
      commodity: 'Tất cả',
      asOf: 'Hôm nay',
      knownAt: 'Đến nay',
      takesPart: 'Tất cả',
    },
    months: (count) => (count % 12 === 0 && count > 24 ? `${count / 12} năm` : `${count} tháng`),
    takesPart: 'Đang liên kết',
    takesNoPart: 'Chưa liên kết',
  },
  en: {
    short: {
      ALL: 'All organizations',
      GOOD_OR_FAIR: 'Rated good or fair',
      COOPERATIVES: 'Cooperatives',
      AGRICULTURAL_COOPERATIVES: 'Agricultural ones',
    },
    filters: 'Filters',
    filter: {
      reading: 'Reading',
      province: 'Province',
      kind: 'Kind',
      commodity: 'Commodity',
      months: 'Period',
      asOf: 'Day',
      knownAt: 'As known',
      takesPart: 'Linkage',
    },
    unfiltered: {
      province: 'Viet Nam',
      kind: 'All',
      commodity: 'All',
      asOf: 'Today',
      knownAt: 'Now',
      takesPart: 'All',
    },
    months: (count) => (count % 12 === 0 && count > 24 ? `${count / 12} years` : `${count} months`),
    takesPart: 'Takes part',
    takesNoPart: 'Takes no part yet',
  },
};
