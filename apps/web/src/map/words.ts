import type { Words } from '../app/language';

interface MapWords {
  readonly missing: string;
  readonly source: string;
  readonly hoangSa: readonly [string, string];
  readonly truongSa: readonly [string, string];
  readonly below: (value: string) => string;
  readonly from: (value: string) => string;
}

export const mapWords: Words<MapWords> = {
  vi: {
    missing: 'Chưa tải được bản đồ. Danh sách xếp hạng nói cùng nội dung.',
    source: 'Ranh giới chỉ để minh họa. Nguồn hình: Natural Earth.',
    hoangSa: ['QĐ. Hoàng Sa', '(Đà Nẵng)'],
    truongSa: ['QĐ. Trường Sa', '(Khánh Hòa)'],
    below: (value) => `dưới ${value}`,
    from: (value) => `từ ${value}`,
  },
  en: {
    missing: "The map couldn't be loaded. The ranked list says the same.",
    source: 'Boundaries are for illustration only. Made with Natural Earth.',
    hoangSa: ['Hoang Sa', '(Da Nang)'],
    truongSa: ['Truong Sa', '(Khanh Hoa)'],
    below: (value) => `below ${value}`,
    from: (value) => `from ${value}`,
  },
};
