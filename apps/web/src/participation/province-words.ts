import type { Words } from '../app/language';

interface ProvinceWords {
  readonly provincesAbove: (count: number, of: number, mark: string) => string;
  readonly provincesAboveCountry: (count: number, of: number, mark: string) => string;
  readonly mapHow: string;
  readonly mapLabel: string;
  readonly ranking: (count: number) => string;
  readonly rankingHow: (mark: string, day: string) => string;
}

export const provinceWords: Words<ProvinceWords> = {
  vi: {
    provincesAbove: (count, of, mark) => `${count} trong ${of} tỉnh, thành đã qua mốc ${mark}`,
    provincesAboveCountry: (count, of, mark) => `${count} trong ${of} tỉnh, thành cao hơn mức cả nước ${mark}`,
    mapHow: 'Chạm vào tỉnh để xem riêng tỉnh đó',
    mapLabel: 'Bản đồ tỷ lệ theo tỉnh, thành; danh sách xếp hạng nói cùng nội dung',
    ranking: (count) => `Xếp hạng ${count} tỉnh, thành`,
    rankingHow: (mark, day) => `% tham gia · vạch đứng ${mark} · điểm so với ${day}`,
  },
  en: {
    provincesAbove: (count, of, mark) => `${count} of ${of} provinces have passed ${mark}`,
    provincesAboveCountry: (count, of, mark) => `${count} of ${of} provinces are above the country's ${mark}`,
    mapHow: 'Tap a province to see it alone',
    mapLabel: 'Map of the share by province; the ranked list says the same',
    ranking: (count) => `${count} provinces, ranked`,
    rankingHow: (mark, day) => `% taking part · upright line ${mark} · points since ${day}`,
  },
};
