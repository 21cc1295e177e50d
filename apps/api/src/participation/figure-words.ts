import type { Denominator, ExclusionReason } from '@lienket/participation';
import type { Language } from '../door/language.js';

interface FigureWords {
  readonly sheets: Readonly<
    Record<'readings' | 'PROVINCE' | 'KIND' | 'RATING' | 'COMMODITY' | 'organizations' | 'definition', string>
  >;
  readonly readings: Readonly<Record<Denominator, string>>;
  readonly reasons: Readonly<Record<ExclusionReason, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly columns: Readonly<
    Record<
      | 'reading'
      | 'participating'
      | 'attested'
      | 'counted'
      | 'share'
      | 'target'
      | 'dueOn'
      | 'source'
      | 'code'
      | 'name'
      | 'kind'
      | 'province'
      | 'commune'
      | 'status'
      | 'agricultural'
      | 'highTech'
      | 'members'
      | 'rating'
      | 'isCounted'
      | 'reason'
      | 'participates'
      | 'byAttestation'
      | 'id',
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly everything: string;
  readonly labels: Readonly<
    Record<'definition' | 'asOf' | 'knownAt' | 'provinces' | 'kinds' | 'commodities' | 'reading', string>
  >;
  /** What the figure means, a line each; docs/participation.md says the same at length. */
  readonly meaning: readonly (readonly [what: string, meaning: string])[];
}

export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = {
  vi: {
    sheets: {
      readings: 'Bốn cách tính',
      PROVINCE: 'Theo tỉnh',
      KIND: 'Theo loại hình',
      RATING: 'Theo xếp loại',
      COMMODITY: 'Theo nông sản',
      organizations: 'Tổ chức',
      definition: 'Định nghĩa',
    },
    readings: {
      ALL: 'Mọi tổ chức kinh tế tập thể',
      GOOD_OR_FAIR: 'Xếp loại tốt, khá',
      COOPERATIVES: 'Hợp tác xã',
      AGRICULTURAL_COOPERATIVES: 'Hợp tác xã nông nghiệp',
    },
    reasons: {
      ENTERPRISE: 'Là doanh nghiệp',
      NOT_ACTIVE: 'Không hoạt động',
      OTHER_KIND: 'Không phải hợp tác xã',
      NOT_AGRICULTURAL: 'Không phải nông nghiệp',
      UNRATED: 'Chưa xếp loại',
      RATED_LOWER: 'Xếp loại thấp hơn',
    },
    statuses: { PENDING: 'Chờ duyệt', ACTIVE: 'Đang hoạt động', SUSPENDED: 'Tạm ngừng', DISSOLVED: 'Giải thể' },
    columns: {
      reading: 'Cách tính',
      participating: 'Tham gia',
      attested: 'Trong đó chỉ theo hợp đồng giấy đã xác nhận',
      counted: 'Được tính',
      share: 'Tỷ lệ',
      target: 'Mục tiêu',
      dueOn: 'Hạn',
      source: 'Nguồn của mục tiêu',
      code: 'Mã',
      name: 'Tên',
      kind: 'Loại hình',
      province: 'Tỉnh, thành phố',
      commune: 'Xã, phường',
      status: 'Trạng thái',
      agricultural: 'Nông nghiệp',
      highTech: 'Công nghệ cao',
      members: 'Số thành viên',
      rating: 'Xếp loại',
      isCounted: 'Được tính',
      reason: 'Lý do không tính',
      participates: 'Tham gia liên kết',
      byAttestation: 'Chỉ theo hợp đồng giấy đã xác nhận',
      id: 'Mã trong Liên kết',
    },
    yes: 'Có',
    no: 'Không',
    everything: 'Tất cả',
    labels: {
      definition: 'Cách tính',
      asOf: 'Tính đến ngày',
      knownAt: 'Theo những gì đã biết lúc (giờ Việt Nam)',
      provinces: 'Tỉnh, thành phố',
      kinds: 'Loại hình',
      commodities: 'Nông sản',
      reading: 'Đọc theo',
    },
    meaning: [
      [
        'Tham gia',
        'Vào ngày đó, tổ chức là một bên của hợp đồng liên kết đang có hiệu lực, theo một trong bảy hình thức liên kết của Nghị định 98/2018/NĐ-CP, Điều 4, và trong các bên khác có ít nhất một bên đang hoạt động mà không phải là liên hiệp của chính tổ chức đó hay thành viên của nó. Mua bán thông thường không được tính.',
      ],
      [
        'Có hiệu lực',
        'Từ ngày muộn hơn trong hai ngày: ngày đầu của hợp đồng và ngày ký cuối cùng; đến hết ngày cuối, hoặc đến trước ngày chấm dứt.',
      ],
      ['Được tính', 'Tổ chức đang hoạt động vào ngày đó và thuộc cách tính. Doanh nghiệp không bao giờ được tính.'],
      ['Tỷ lệ', 'Tham gia chia cho được tính; để trống khi không có tổ chức nào được tính.'],
      [
        'Chỉ theo hợp đồng giấy',
        'Phần dựa trên hợp đồng giấy do cán bộ quản lý chương trình xác nhận, không có chữ ký trên hệ thống.',
      ],
      [
        'Mọi tổ chức kinh tế tập thể',
        'Mọi tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã: Nghị quyết 09/NQ-CP, đọc theo câu chữ.',
      ],
      [
        'Xếp loại tốt, khá',
        'Những tổ chức trên được xếp loại tốt hoặc khá: Nghị quyết 20-NQ/TW, đọc theo ngữ pháp. Tổ hợp tác không được xếp loại.',
      ],
      ['Hợp tác xã', 'Chỉ hợp tác xã: cách hiểu của báo chí.'],
      ['Hợp tác xã nông nghiệp', 'Chỉ hợp tác xã nông nghiệp: cách hiểu của báo chí.'],
      [
        'Không tính',
        'Mỗi tổ chức của phạm vi mà không được tính chỉ có một lý do, lý do đầu tiên đúng theo thứ tự của các cột.',
      ],
      [
        'Lưu ý',
        'Chưa tìm thấy định nghĩa chính thức của việc tham gia liên kết chuỗi giá trị. Hãy luôn dẫn tỷ lệ kèm với cách tính của nó.',
      ],
    ],
  },
  en: {
    sheets: {
      readings: 'Four readings',
      PROVINCE: 'By province',
      KIND: 'By kind',
      RATING: 'By rating',
      COMMODITY: 'By commodity',
      organizations: 'Organizations',
      definition: 'Definition',
    },
    readings: {
      ALL: 'All organizations of the collective economy',
      GOOD_OR_FAIR: 'Rated good or fair',
      COOPERATIVES: 'Cooperatives',
      AGRICULTURAL_COOPERATIVES: 'Agricultural cooperatives',
    },
    reasons: {
      ENTERPRISE: 'An enterprise',
      NOT_ACTIVE: 'Not active',
      OTHER_KIND: 'No cooperative',
      NOT_AGRICULTURAL: 'Not agricultural',
      UNRATED: 'Unrated',
      RATED_LOWER: 'Rated lower',
    },
    statuses: { PENDING: 'Pending', ACTIVE: 'Active', SUSPENDED: 'Suspended', DISSOLVED: 'Dissolved' },
    columns: {
      reading: 'Reading',
      participating: 'Participating',
      attested: 'Of these only by attested paper contracts',
      counted: 'Counted',
      share: 'Share',
      target: 'Target',
      dueOn: 'Due on',
      source: "The target's source",
      code: 'Code',
      name: 'Name',
      kind: 'Kind',
      province: 'Province',
      commune: 'Commune',
      status: 'Status',
      agricultural: 'Agricultural',
      highTech: 'High technology',
      members: 'Members',
      rating: 'Rating',
      isCounted: 'Counted',
      reason: 'Why not counted',
      participates: 'Takes part in linkage',
      byAttestation: 'Only by attested paper contracts',
      id: 'Id in Lienket',
    },
    yes: 'Yes',
    no: 'No',
    everything: 'All',
    labels: {
      definition: 'Definition',
      asOf: 'On the day',
      knownAt: 'As known at (Vietnamese time)',
      provinces: 'Provinces',
      kinds: 'Kinds',
      commodities: 'Commodities',
      reading: 'Reading',
    },
    meaning: [
      [
        'Participating',
        'On that day the organization is a party to a linkage contract in force, of one of the seven forms of linkage of Decree 98/2018/NĐ-CP, article 4, and among the other parties is one that is active and neither its own union nor its own member. A plain sale never counts.',
      ],
      [
        'In force',
        'From the later of the first day of the contract and the day of its last signature until its last day, or until the day before it is terminated.',
      ],
      ['Counted', 'The organization is active on that day and belongs to the reading. An enterprise is never counted.'],
      ['Share', 'Participating divided by counted; empty where nobody is counted.'],
      [
        'Only by paper contracts',
        'The part that rests on paper contracts which a program manager attested, not on signatures given here.',
      ],
      [
        'All organizations of the collective economy',
        'Every cooperative group, cooperative and union: Resolution 09/NQ-CP, read literally.',
      ],
      [
        'Rated good or fair',
        'Those of them that are rated good or fair: Resolution 20-NQ/TW, read by its grammar. Groups are never rated.',
      ],
      ['Cooperatives', 'Cooperatives only: the reading of the press.'],
      ['Agricultural cooperatives', 'Agricultural cooperatives only: the reading of the press.'],
      [
        'Not counted',
        'Each organization of the scope that is not counted has one reason: the first that applies, in the order of the columns.',
      ],
      [
        'Mind',
        'No official definition of taking part in value-chain linkage was found. Quote a share with its reading, or not at all.',
      ],
    ],
  },
};
