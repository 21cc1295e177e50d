import type { Words } from '../app/language';

type Reading = 'ALL' | 'GOOD_OR_FAIR' | 'COOPERATIVES' | 'AGRICULTURAL_COOPERATIVES';

interface ParticipationWords {
  readonly title: string;
  readonly of: (participating: string, counted: string) => string;
  readonly reading: Readonly<Record<Reading, string>>;
  readonly attested: (count: string) => string;
  readonly target: (share: string, day: string) => string;
  readonly missing: (points: string, organizations: string) => string;
  readonly reached: string;
  readonly asOf: (day: string, definition: string) => string;
  readonly nobody: string;
  readonly whole: string;
}

export const participationWords: Words<ParticipationWords> = {
  vi: {
    title: 'Tỷ lệ tham gia liên kết chuỗi giá trị',
    of: (participating, counted) => `${participating} trong ${counted} tổ chức`,
    reading: {
      ALL: 'Mọi tổ chức kinh tế tập thể',
      GOOD_OR_FAIR: 'Xếp loại tốt, khá',
      COOPERATIVES: 'Hợp tác xã',
      AGRICULTURAL_COOPERATIVES: 'Hợp tác xã nông nghiệp',
    },
    attested: (count) => `${count} chỉ theo hợp đồng giấy đã xác nhận`,
    target: (share, day) => `Mục tiêu ${share} đến ${day}`,
    missing: (points, organizations) => `Còn thiếu ${points} điểm, tức ${organizations} tổ chức.`,
    reached: 'Đã đạt mục tiêu.',
    asOf: (day, definition) => `Ngày ${day}, cách tính ${definition}`,
    whole: 'Xem theo tỉnh và theo thời gian',
    nobody: 'Chưa có tổ chức nào được tính.',
  },
  en: {
    title: 'Share taking part in value-chain linkages',
    of: (participating, counted) => `${participating} of ${counted} organizations`,
    reading: {
      ALL: 'All organizations of the collective economy',
      GOOD_OR_FAIR: 'Rated good or fair',
      COOPERATIVES: 'Cooperatives',
      AGRICULTURAL_COOPERATIVES: 'Agricultural cooperatives',
    },
    attested: (count) => `${count} only by attested paper contracts`,
    target: (share, day) => `Target ${share} by ${day}`,
    missing: (points, organizations) => `${points} points short: ${organizations} organizations.`,
    reached: 'The target is reached.',
    asOf: (day, definition) => `On ${day}, by definition ${definition}`,
    whole: 'See it by province and over time',
    nobody: 'No organization is counted yet.',
  },
};
