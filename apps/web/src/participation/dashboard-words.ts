import type { Words } from '../app/language';
import type { Figure } from './documents';
import type { Kind, Reading } from './search';

type Reason = Figure['excluded'][number]['reason'];

interface DashboardWords {
  readonly title: string;
  /** The answer as a sentence: the page's title. */
  readonly finding: (place: string, share: string, who: string) => string;
  readonly findingNobody: (place: string) => string;
  readonly country: string;
  /** How the counted are called in the middle of a sentence. */
  readonly who: Readonly<Record<Reading, string>>;
  readonly short: Readonly<Record<Reading, string>>;
  readonly counts: Readonly<Record<Reading, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly filters: string;
  readonly filter: Readonly<
    Record<'reading' | 'province' | 'kind' | 'commodity' | 'months' | 'asOf' | 'knownAt' | 'takesPart', string>
  >;
  readonly any: Readonly<Record<'province' | 'kind' | 'commodity' | 'asOf' | 'knownAt' | 'takesPart', string>>;
  readonly months: (count: number) => string;
  readonly without: string;
  readonly print: string;
  readonly live: (time: string) => string;
  readonly on: (day: string) => string;
  readonly asKnown: (instant: string) => string;
  readonly sinceQuarter: (points: string, day: string) => string;
  readonly unchanged: (day: string) => string;
  readonly lacking: (
    points: string,
    organizations: string,
    year: string,
  ) => readonly [string, string, string, string, string];
  readonly reached: (year: string) => string;
  readonly noTarget: string;
  readonly countryHas: (share: string) => string;
  readonly participating: string;
  readonly counted: string;
  readonly attestedShare: string;
  readonly nowSame: (share: string) => string;
  readonly nowKnown: (share: string, difference: string) => string;
  readonly fixed: string;
  readonly fixedWhy: string;
  readonly latest: string;
  readonly barLabel: (share: string, targets: string) => string;
  readonly targetOf: (share: string, year: string) => string;
  readonly fourReadings: string;
  readonly fourReadingsWhy: string;
  readonly shown: string;
  readonly show: string;
  readonly leftOut: string;
  readonly nobodyLeftOut: string;
  readonly attested: (count: string, share: string) => string;
  readonly rose: (points: string, months: number) => string;
  readonly fell: (points: string, months: number) => string;
  readonly stayed: (months: number) => string;
  readonly trendFrom: (from: string, day: string, to: string, until: string) => string;
  readonly thenAndNow: (instant: string) => string;
  readonly target: string;
  readonly knownNow: string;
  readonly knownThen: string;
  readonly asTable: string;
  readonly day: string;
  readonly share: string;
  readonly provincesAbove: (count: number, of: number, mark: string) => string;
  readonly provincesAboveCountry: (count: number, of: number, mark: string) => string;
  readonly mapHow: string;
  readonly mapLabel: string;
  readonly nobodyCounted: string;
  readonly ranking: (count: number) => string;
  readonly rankingHow: (mark: string, day: string) => string;
  readonly byKind: string;
  readonly byCommodity: string;
  readonly byCommodityWhy: string;
  readonly noCommodity: string;
  readonly commodityNeedsSession: string;
  readonly signIn: string;
  readonly refused: string;
  readonly refusedWhy: string;
  readonly seeOrganizations: string;
  readonly seeMissing: string;
  readonly takesPart: string;
  readonly takesNoPart: string;
  readonly notes: string;
  readonly note: {
    readonly attested: (count: string, share: string) => string;
    readonly provinces: string;
    readonly definition: (name: string) => string;
  };
}

export const dashboardWords: Words<DashboardWords> = {
  vi: {
    title: 'Tỷ lệ tham gia liên kết chuỗi giá trị',
    finding: (place, share, who) => `${place}: ${share} ${who} tham gia liên kết chuỗi giá trị`,
    findingNobody: (place) => `${place}: chưa có tổ chức nào được tính`,
    country: 'Cả nước',
    who: {
      ALL: 'tổ chức kinh tế tập thể',
      GOOD_OR_FAIR: 'tổ chức xếp loại tốt, khá',
      COOPERATIVES: 'hợp tác xã',
      AGRICULTURAL_COOPERATIVES: 'hợp tác xã nông nghiệp',
    },
    short: {
      ALL: 'Mọi tổ chức',
      GOOD_OR_FAIR: 'Xếp loại tốt, khá',
      COOPERATIVES: 'Hợp tác xã',
      AGRICULTURAL_COOPERATIVES: 'HTX nông nghiệp',
    },
    counts: {
      ALL: 'Tính mọi tổ hợp tác, hợp tác xã, liên hiệp đang hoạt động. Theo Nghị quyết 09/NQ-CP, đọc đúng câu chữ.',
      GOOD_OR_FAIR: 'Chỉ tính tổ chức xếp loại tốt hoặc khá vào ngày đó. Theo Nghị quyết 20-NQ/TW, đọc theo ngữ pháp.',
      COOPERATIVES: 'Chỉ tính hợp tác xã. Cách báo chí dẫn lại: “ít nhất 50% HTX”.',
      AGRICULTURAL_COOPERATIVES: 'Chỉ tính hợp tác xã nông nghiệp. Cách các báo cáo năm 2025 dùng.',
    },
    reason: {
      ENTERPRISE: 'doanh nghiệp',
      NOT_ACTIVE: 'không đang hoạt động',
      OTHER_KIND: 'loại hình khác',
      NOT_AGRICULTURAL: 'không làm nông nghiệp',
      UNRATED: 'chưa xếp loại',
      RATED_LOWER: 'xếp loại trung bình, yếu',
    },
    kind: {
      COOPERATIVE_UNION: 'Liên hiệp hợp tác xã',
      COOPERATIVE: 'Hợp tác xã',
      COOPERATIVE_GROUP: 'Tổ hợp tác',
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
    any: {
      province: 'Cả nước',
      kind: 'Tất cả',
      commodity: 'Tất cả',
      asOf: 'Hôm nay',
      knownAt: 'Đến nay',
      takesPart: 'Tất cả',
    },
    months: (count) => (count % 12 === 0 && count > 24 ? `${count / 12} năm` : `${count} tháng`),
    without: 'Bỏ lọc',
    print: 'In',
    live: (time) => `Trực tiếp, cập nhật lúc ${time}`,
    on: (day) => `Ngày ${day}`,
    asKnown: (instant) => `như hệ thống biết lúc ${instant}`,
    sinceQuarter: (points, day) => `${points} điểm so với ${day}`,
    unchanged: (day) => `Không đổi so với ${day}`,
    lacking: (points, organizations, year) => [
      'Còn thiếu ',
      `${points} điểm`,
      ', tức ',
      `${organizations} tổ chức`,
      `, để đạt mục tiêu ${year}.`,
    ],
    reached: (year) => `Đã đạt mục tiêu ${year}.`,
    noTarget: 'Phạm vi này không có mục tiêu riêng.',
    countryHas: (share) => `Cả nước: ${share}.`,
    participating: 'đang tham gia liên kết',
    counted: 'tổ chức được tính',
    attestedShare: 'chỉ theo hợp đồng giấy',
    nowSame: (share) => `Nay biết về ngày đó vẫn là ${share}.`,
    nowKnown: (share, difference) => `Nay biết về ngày đó: ${share} (${difference} điểm, do ghi muộn hoặc sửa lại).`,
    fixed: 'Địa chỉ cố định của số này',
    fixedWhy: 'Mở địa chỉ này lúc nào cũng ra đúng số đang thấy.',
    latest: 'Xem số mới nhất',
    barLabel: (share, targets) => `${share}; ${targets}`,
    targetOf: (share, year) => `mục tiêu ${year} ít nhất ${share}`,
    fourReadings: 'Bốn cách đọc chỉ tiêu',
    fourReadingsWhy: 'Các văn bản nói về cùng mục tiêu theo bốn cách. Lienket tính cả bốn, không trộn vào nhau.',
    shown: 'Đang xem',
    show: 'Xem theo cách này',
    leftOut: 'Không tính:',
    nobodyLeftOut: 'Không loại tổ chức nào.',
    attested: (count, share) => `${count} (${share}) chỉ theo hợp đồng giấy đã xác nhận`,
    rose: (points, months) => `Tăng ${points} điểm trong ${months} tháng`,
    fell: (points, months) => `Giảm ${points} điểm trong ${months} tháng`,
    stayed: (months) => `Không đổi trong ${months} tháng`,
    trendFrom: (from, day, to, until) => `Từ ${from} (${day}) đến ${to} (${until}), số cuối mỗi tháng`,
    thenAndNow: (instant) => `Nét đứt: như biết lúc ${instant}. Nét liền: như nay biết.`,
    target: 'Mục tiêu',
    knownNow: 'Nay biết',
    knownThen: 'Biết khi đó',
    asTable: 'Xem bảng số',
    day: 'Ngày',
    share: 'Tỷ lệ',
    provincesAbove: (count, of, mark) => `${count} trong ${of} tỉnh, thành đã qua mốc ${mark}`,
    provincesAboveCountry: (count, of, mark) => `${count} trong ${of} tỉnh, thành cao hơn mức cả nước ${mark}`,
    mapHow: 'Chạm vào tỉnh để xem riêng tỉnh đó',
    mapLabel: 'Bản đồ tỷ lệ theo tỉnh, thành; danh sách xếp hạng nói cùng nội dung',
    nobodyCounted: 'không có ai',
    ranking: (count) => `Xếp hạng ${count} tỉnh, thành`,
    rankingHow: (mark, day) => `% tham gia · vạch đứng ${mark} · điểm so với ${day}`,
    byKind: 'Theo loại hình',
    byCommodity: 'Theo mặt hàng',
    byCommodityWhy: 'Phần của mọi tổ chức được tính có hợp đồng về mặt hàng đó; một tổ chức có thể có nhiều mặt hàng.',
    noCommodity: 'Chưa có mặt hàng nào trong hợp đồng có hiệu lực.',
    commodityNeedsSession: 'Số theo mặt hàng dành cho người đã đăng nhập.',
    signIn: 'Đăng nhập',
    refused: 'Không có số cho câu hỏi này',
    refusedWhy: 'Địa chỉ hỏi một tỉnh, mặt hàng, ngày hoặc thời điểm không có.',
    seeOrganizations: 'Xem các tổ chức',
    seeMissing: 'Xem ai chưa tham gia',
    takesPart: 'Đang liên kết',
    takesNoPart: 'Chưa liên kết',
    notes: 'Lưu ý về số liệu',
    note: {
      attested: (count, share) =>
        `${count} tổ chức (${share} của số tham gia) được tính chỉ theo hợp đồng giấy mà cán bộ đã xác nhận.`,
      provinces: 'Ngày nào cũng theo 34 tỉnh, thành từ 01/07/2025, kể cả những ngày trước đó.',
      definition: (name) => `Tính theo định nghĩa ${name}: có hợp đồng liên kết đang hiệu lực với tổ chức khác.`,
    },
  },
  en: {
    title: 'Share taking part in value-chain linkages',
    finding: (place, share, who) => `${place}: ${share} of ${who} take part in value-chain linkages`,
    findingNobody: (place) => `${place}: no organization is counted yet`,
    country: 'Viet Nam',
    who: {
      ALL: 'collective-economy organizations',
      GOOD_OR_FAIR: 'organizations rated good or fair',
      COOPERATIVES: 'cooperatives',
      AGRICULTURAL_COOPERATIVES: 'agricultural cooperatives',
    },
    short: {
      ALL: 'All organizations',
      GOOD_OR_FAIR: 'Rated good or fair',
      COOPERATIVES: 'Cooperatives',
      AGRICULTURAL_COOPERATIVES: 'Agricultural ones',
    },
    counts: {
      ALL: 'Every active group, cooperative and union is counted. Resolution 09/NQ-CP, read literally.',
      GOOD_OR_FAIR: 'Only those rated good or fair on the day. Resolution 20-NQ/TW, by its grammar.',
      COOPERATIVES: 'Cooperatives only. As the press has it: “at least 50% of cooperatives”.',
      AGRICULTURAL_COOPERATIVES: 'Agricultural cooperatives only. As the reports of 2025 have it.',
    },
    reason: {
      ENTERPRISE: 'enterprises',
      NOT_ACTIVE: 'not active',
      OTHER_KIND: 'of another kind',
      NOT_AGRICULTURAL: 'not agricultural',
      UNRATED: 'unrated',
      RATED_LOWER: 'rated average or weak',
    },
    kind: {
      COOPERATIVE_UNION: 'Unions of cooperatives',
      COOPERATIVE: 'Cooperatives',
      COOPERATIVE_GROUP: 'Cooperative groups',
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
    any: { province: 'Viet Nam', kind: 'All', commodity: 'All', asOf: 'Today', knownAt: 'Now', takesPart: 'All' },
    months: (count) => (count % 12 === 0 && count > 24 ? `${count / 12} years` : `${count} months`),
    without: 'Clear',
    print: 'Print',
    live: (time) => `Live, last moved at ${time}`,
    on: (day) => `On ${day}`,
    asKnown: (instant) => `as known at ${instant}`,
    sinceQuarter: (points, day) => `${points} points since ${day}`,
    unchanged: (day) => `Unchanged since ${day}`,
    lacking: (points, organizations, year) => [
      '',
      `${points} points`,
      ` short of the target for ${year}: `,
      `${organizations} organizations`,
      '.',
    ],
    reached: (year) => `The target for ${year} is reached.`,
    noTarget: 'There is no target for this scope.',
    countryHas: (share) => `The whole country: ${share}.`,
    participating: 'take part',
    counted: 'organizations counted',
    attestedShare: 'by paper contracts alone',
    nowSame: (share) => `What is known of that day now is still ${share}.`,
    nowKnown: (share, difference) =>
      `Known of that day now: ${share} (${difference} points, recorded late or corrected).`,
    fixed: 'Fixed address of this figure',
    fixedWhy: 'Opened at any time, this address shows the figure that you see.',
    latest: 'Show the latest figure',
    barLabel: (share, targets) => `${share}; ${targets}`,
    targetOf: (share, year) => `the target for ${year} is at least ${share}`,
    fourReadings: 'Four readings of the target',
    fourReadingsWhy: 'The sources word one target in four ways. Lienket counts all four and never mixes them.',
    shown: 'Shown',
    show: 'Show this reading',
    leftOut: 'Not counted:',
    nobodyLeftOut: 'Nobody is left out.',
    attested: (count, share) => `${count} (${share}) by attested paper contracts alone`,
    rose: (points, months) => `Up ${points} points in ${months} months`,
    fell: (points, months) => `Down ${points} points in ${months} months`,
    stayed: (months) => `Unchanged in ${months} months`,
    trendFrom: (from, day, to, until) => `From ${from} (${day}) to ${to} (${until}), at the end of each month`,
    thenAndNow: (instant) => `Dashed: as known at ${instant}. Solid: as known now.`,
    target: 'Target',
    knownNow: 'Known now',
    knownThen: 'Known then',
    asTable: 'Show as a table',
    day: 'Day',
    share: 'Share',
    provincesAbove: (count, of, mark) => `${count} of ${of} provinces have passed ${mark}`,
    provincesAboveCountry: (count, of, mark) => `${count} of ${of} provinces are above the country's ${mark}`,
    mapHow: 'Tap a province to see it alone',
    mapLabel: 'Map of the share by province; the ranked list says the same',
    nobodyCounted: 'nobody',
    ranking: (count) => `${count} provinces, ranked`,
    rankingHow: (mark, day) => `% taking part · upright line ${mark} · points since ${day}`,
    byKind: 'By kind',
    byCommodity: 'By commodity',
    byCommodityWhy: 'Share of all counted that have a contract for it; one organization may have several.',
    noCommodity: 'No commodity is in a contract in force yet.',
    commodityNeedsSession: 'Figures by commodity are for people who have signed in.',
    signIn: 'Sign in',
    refused: 'There is no figure for this question',
    refusedWhy: 'The address asks for a province, a commodity, a day or an instant that there is none of.',
    seeOrganizations: 'See the organizations',
    seeMissing: 'See who takes no part yet',
    takesPart: 'Takes part',
    takesNoPart: 'Takes no part yet',
    notes: 'About the figures',
    note: {
      attested: (count, share) =>
        `${count} organizations (${share} of those taking part) count by paper contracts alone, which an officer attested.`,
      provinces: 'Every day is given in the 34 provinces of 1 July 2025, days before it too.',
      definition: (name) => `By definition ${name}: a linkage contract in force with another organization.`,
    },
  },
};
