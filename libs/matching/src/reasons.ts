import { toNumber } from './fraction.js';
import type { MatchFacts } from './pair.js';
import { criterionValues } from './score.js';
import type { Criterion } from './weights.js';

export type ReasonLanguage = 'vi' | 'en';
type Sentence = Readonly<Record<ReasonLanguage, string>>;

/** Why a criterion has the value that it has: one sentence that a farmer understands. */
export const reasonFor = (criterion: Criterion, facts: MatchFacts, language: ReasonLanguage): string =>
  SENTENCES[criterion](facts, (value) => NUMBERS[language].format(value))[language];

const NUMBERS = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }),
};

type Say = (facts: MatchFacts, number: (value: number) => string) => Sentence;

const price: Say = ({ askPriceVndPerKg: ask, maximumPriceVndPerKg: maximum }, number) => {
  if (ask === null && maximum === null)
    return { vi: 'Hai bên đều để ngỏ giá và sẽ tự thỏa thuận.', en: 'Both sides leave the price open, to be agreed.' };
  if (ask === null)
    return { vi: 'Bên bán để ngỏ giá, hai bên tự thỏa thuận.', en: 'The seller leaves the price open, to be agreed.' };
  if (maximum === null)
    return { vi: 'Bên mua để ngỏ giá, hai bên tự thỏa thuận.', en: 'The buyer leaves the price open, to be agreed.' };
  const most = number(maximum);
  if (ask === maximum)
    return {
      vi: `Giá chào ${most} đồng/kg đúng bằng giá cao nhất mà bên mua trả.`,
      en: `The asking price of ${most} VND/kg is just what the buyer pays at most.`,
    };
  const [asked, less] = [number(ask), number(maximum - ask)];
  return {
    vi: `Giá chào ${asked} đồng/kg, thấp hơn ${less} đồng/kg so với giá cao nhất mà bên mua trả.`,
    en: `The asking price of ${asked} VND/kg is ${less} VND/kg below what the buyer pays at most.`,
  };
};

const distance: Say = ({ distanceM, distanceIsApproximate }, number) => {
  const km = number(distanceM / 1000);
  if (distanceIsApproximate)
    return {
      vi: `Hai nơi cách nhau khoảng ${km} km theo đường chim bay, tính từ trung tâm tỉnh vì chưa biết vị trí chính xác.`,
      en: `The two places are about ${km} km apart in a straight line, measured from the province seat because an exact location is missing.`,
    };
  return {
    vi: `Hai nơi cách nhau ${km} km theo đường chim bay.`,
    en: `The two places are ${km} km apart in a straight line.`,
  };
};

const timing: Say = ({ sharedDays, windowDays }, number) => {
  const [shared, all] = [number(sharedDays), number(windowDays)];
  if (sharedDays === windowDays)
    return {
      vi: `Hàng có sẵn suốt ${all} ngày mà bên mua cần nhận.`,
      en: `The goods are there on ${windowDays === 1 ? 'the one day' : `all ${all} days`} on which the buyer wants them.`,
    };
  return {
    vi: `Hàng có sẵn ${shared} trong ${all} ngày mà bên mua cần nhận.`,
    en: `The goods are there on ${shared} of the ${all} days on which the buyer wants them.`,
  };
};

const quality: Say = (facts, number) => {
  const [grade, certificates] = [gradeWords(facts, number), number(facts.extraCertificates)];
  if (facts.extraCertificates === 0)
    return {
      vi: `${grade.vi}, không có chứng nhận nào thêm.`,
      en: `${grade.en}, with no certificate beyond those required.`,
    };
  const plural = facts.extraCertificates === 1 ? 'certificate' : 'certificates';
  return {
    vi: `${grade.vi}, có thêm ${certificates} chứng nhận ngoài yêu cầu.`,
    en: `${grade.en}, with ${certificates} ${plural} beyond those required.`,
  };
};

function gradeWords(
  { graded, gradeSteps, minimumGradeGiven }: MatchFacts,
  number: (value: number) => string,
): Sentence {
  if (!graded) return { vi: 'Hàng chưa được phân hạng', en: 'The goods have no grade' };
  if (gradeSteps === 0)
    return minimumGradeGiven
      ? { vi: 'Hàng đúng hạng tối thiểu mà bên mua cần', en: 'The goods are just of the grade that the buyer needs' }
      : { vi: 'Hàng thuộc hạng thấp nhất', en: 'The goods are of the lowest grade' };
  const [steps, unit] = [number(gradeSteps), gradeSteps === 1 ? 'step' : 'steps'];
  return minimumGradeGiven
    ? {
        vi: `Hàng cao hơn hạng tối thiểu ${steps} bậc`,
        en: `The goods are ${steps} ${unit} above the grade that the buyer needs`,
      }
    : { vi: `Hàng cao hơn hạng thấp nhất ${steps} bậc`, en: `The goods are ${steps} ${unit} above the lowest grade` };
}

const reliability: Say = (facts, number) => {
  const score = number(100 * toNumber(criterionValues(facts).RELIABILITY));
  const lines = number(facts.endedLineCount);
  if (facts.endedLineCount === 0)
    return {
      vi: `Trong 3 năm qua, bên bán chưa có hợp đồng nào kết thúc ở đây, nên được tính mức khởi điểm ${score}%.`,
      en: `No contract of the seller has ended here in the last 3 years, so it starts from ${score}%.`,
    };
  const kept = number((100 * toNumber(facts.kept)) / facts.endedLineCount);
  return {
    vi: `Bên bán đã giao đạt trung bình ${kept}% lượng đã ký trong ${lines} mục hàng của các hợp đồng kết thúc trong 3 năm qua, nên độ tin cậy là ${score}%.`,
    en: `In ${lines} contract ${facts.endedLineCount === 1 ? 'line' : 'lines'} that ended in the last 3 years the seller delivered ${kept}% of what was agreed on average, so its reliability is ${score}%.`,
  };
};

const inclusion: Say = ({ supplierIsEnterprise, supplierIsLinked }) => {
  if (supplierIsEnterprise)
    return {
      vi: 'Bên bán là doanh nghiệp, nên không được cộng điểm cho tổ chức kinh tế tập thể chưa có liên kết.',
      en: 'The seller is an enterprise, so it gets no bonus for collective-economy organizations without a linkage.',
    };
  if (supplierIsLinked)
    return {
      vi: 'Bên bán đang tham gia chuỗi liên kết, nên không được cộng điểm cho bên chưa tham gia.',
      en: 'The seller already takes part in a value chain, so it gets no bonus for newcomers.',
    };
  return {
    vi: 'Bên bán chưa tham gia chuỗi liên kết nào, nên được cộng điểm.',
    en: 'The seller takes part in no value chain yet, so it gets a bonus.',
  };
};

const SENTENCES: Readonly<Record<Criterion, Say>> = {
  PRICE: price,
  DISTANCE: distance,
  TIMING: timing,
  QUALITY: quality,
  RELIABILITY: reliability,
  INCLUSION: inclusion,
};
