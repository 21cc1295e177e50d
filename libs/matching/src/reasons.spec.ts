import { describe, expect, it } from '@jest/globals';
import { fraction, ZERO } from './fraction.js';
import type { MatchFacts } from './pair.js';
import { reasonFor } from './reasons.js';
import { CRITERIA } from './weights.js';

const facts: MatchFacts = {
  askPriceVndPerKg: 8500,
  maximumPriceVndPerKg: 10_000,
  distanceM: 1_234_560,
  distanceIsApproximate: false,
  sharedDays: 12,
  windowDays: 30,
  graded: true,
  minimumGradeGiven: true,
  gradeSteps: 1,
  extraCertificates: 2,
  endedLineCount: 4,
  kept: fraction(7, 2),
  supplierIsEnterprise: false,
  supplierIsLinked: false,
};

describe('A reason', () => {
  it('is one sentence in Vietnamese, with numbers as people write them there', () => {
    expect(CRITERIA.map((criterion) => reasonFor(criterion, facts, 'vi'))).toEqual([
      'Giá chào 8.500 đồng/kg, thấp hơn 1.500 đồng/kg so với giá cao nhất mà bên mua trả.',
      'Hai nơi cách nhau 1.234,6 km theo đường chim bay.',
      'Hàng có sẵn 12 trong 30 ngày mà bên mua cần nhận.',
      'Hàng cao hơn hạng tối thiểu 1 bậc, có thêm 2 chứng nhận ngoài yêu cầu.',
      'Bên bán đã giao đạt trung bình 87,5% lượng đã ký trong 4 mục hàng của các hợp đồng kết thúc trong 3 năm qua, nên độ tin cậy là 80%.',
      'Bên bán chưa tham gia chuỗi liên kết nào, nên được cộng điểm.',
    ]);
  });

  it('is one sentence in English', () => {
    expect(CRITERIA.map((criterion) => reasonFor(criterion, facts, 'en'))).toEqual([
      'The asking price of 8,500 VND/kg is 1,500 VND/kg below what the buyer pays at most.',
      'The two places are 1,234.6 km apart in a straight line.',
      'The goods are there on 12 of the 30 days on which the buyer wants them.',
      'The goods are 1 step above the grade that the buyer needs, with 2 certificates beyond those required.',
      'In 4 contract lines that ended in the last 3 years the seller delivered 87.5% of what was agreed on average, so its reliability is 80%.',
      'The seller takes part in no value chain yet, so it gets a bonus.',
    ]);
  });

  it('says so when something is open, missing or not yet known', () => {
    const bare = {
      ...facts,
      askPriceVndPerKg: null,
      distanceIsApproximate: true,
      graded: false,
      gradeSteps: 0,
      extraCertificates: 0,
      endedLineCount: 0,
      kept: ZERO,
    };
    expect(reasonFor('PRICE', bare, 'vi')).toBe('Bên bán để ngỏ giá, hai bên tự thỏa thuận.');
    expect(reasonFor('DISTANCE', bare, 'vi')).toContain('tính từ trung tâm tỉnh');
    expect(reasonFor('QUALITY', bare, 'vi')).toBe('Hàng chưa được phân hạng, không có chứng nhận nào thêm.');
    expect(reasonFor('RELIABILITY', bare, 'vi')).toBe(
      'Trong 3 năm qua, bên bán chưa có hợp đồng nào kết thúc ở đây, nên được tính mức khởi điểm 70%.',
    );
    expect(reasonFor('TIMING', { ...facts, sharedDays: 1, windowDays: 1 }, 'en')).toBe(
      'The goods are there on the one day on which the buyer wants them.',
    );
  });
});
