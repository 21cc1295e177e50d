import type { Words } from '../app/language';
import type { Status } from './documents';

interface DeskWords {
  readonly notForYou: string;
  readonly since: (day: string) => string;
  readonly moreWait: (count: number) => string;
  readonly claims: string;
  readonly noClaims: string;
  readonly asks: (login: string) => string;
  readonly grant: string;
  readonly grantTitle: string;
  readonly who: string;
  readonly actsFor: string;
  readonly grantGives: string;
  readonly grantCheck: string;
  readonly granted: (login: string, name: string) => string;
  readonly refuse: string;
  readonly refuseMeans: string;
  readonly refused: (login: string, name: string) => string;
  readonly pending: string;
  readonly noPending: string;
  readonly judge: string;
  readonly registeredBy: string;
  readonly become: string;
  readonly act: (to: Status, from: Status) => string;
  readonly means: Readonly<Record<Status, string>>;
  readonly became: (name: string, status: Status) => string;
  readonly effectiveOn: string;
  readonly effectiveHint: string;
  readonly wrongDay: string;
  readonly reason: string;
  readonly reasonIfAny: string;
  readonly reasonHint: string;
  readonly reasonNeeded: string;
  readonly manage: string;
  readonly managedBy: (province: string) => string;
  readonly status: string;
  readonly changeStatus: string;
  readonly rate: string;
  readonly rateTitle: (name: string) => string;
  readonly rated: string;
  readonly year: string;
  readonly wrongYear: string;
  readonly points: string;
  readonly pointsHint: string;
  readonly wrongPoints: string;
  readonly ratingIs: (year: number) => string;
  readonly attest: string;
}

const ACTS_VI: Readonly<Record<Status, string>> = {
  PENDING: 'Chờ duyệt',
  ACTIVE: 'Cho hoạt động',
  SUSPENDED: 'Tạm ngừng',
  DISSOLVED: 'Giải thể',
};
const ACTS_EN: Readonly<Record<Status, string>> = {
  PENDING: 'Keep waiting',
  ACTIVE: 'Activate',
  SUSPENDED: 'Suspend',
  DISSOLVED: 'Dissolve',
};

export const deskWords: Words<DeskWords> = {
  vi: {
    notForYou: 'Trang này dành cho cán bộ quản lý chương trình và quản trị viên.',
    since: (day) => `Chờ từ ${day}`,
    moreWait: (count) => `Còn ${String(count)} việc nữa. Giải quyết những việc trên thì việc sau sẽ hiện.`,
    claims: 'Xin làm người của tổ chức',
    noClaims: 'Không ai đang chờ. Khi có người xin đại diện một tổ chức chưa có ai, yêu cầu hiện ở đây.',
    asks: (login) => `${login} xin đại diện tổ chức này.`,
    grant: 'Duyệt người này',
    grantTitle: 'Cho người này đại diện?',
    who: 'Người xin',
    actsFor: 'Tổ chức',
    grantGives:
      'Duyệt thì người này thành chủ quản: đăng tin, ký hợp đồng, sửa hồ sơ và mời người khác thay mặt tổ chức. Ai khác cũng xin tổ chức này sẽ được báo là không được nhận.',
    grantCheck: 'Trước khi duyệt, gọi cho tổ chức theo số bạn có để chắc đó là người của họ.',
    granted: (login, name) => `${login} nay là chủ quản của ${name}.`,
    refuse: 'Không nhận người này',
    refuseMeans: 'Không nhận thì người này được báo và không còn chờ; họ vẫn có thể xin lại.',
    refused: (login, name) => `Không nhận ${login} làm người của ${name}.`,
    pending: 'Tổ chức chờ duyệt',
    noPending: 'Không có tổ chức nào chờ duyệt. Tổ chức mới đăng ký sẽ hiện ở đây.',
    judge: 'Xem và duyệt',
    registeredBy: 'Người đăng ký',
    become: 'Quyết định',
    act: (to, from) => (from === 'PENDING' && to === 'DISSOLVED' ? 'Không nhận' : ACTS_VI[to]),
    means: {
      PENDING: 'Chưa đăng tin, chưa ký được.',
      ACTIVE: 'Đăng tin và ký hợp đồng được; tính vào tỷ lệ từ ngày đó.',
      SUSPENDED: 'Không đăng tin, không ký được; không tính vào tỷ lệ từ ngày đó, cho đến khi hoạt động lại.',
      DISSOLVED: 'Không hoạt động lại được nữa; không tính vào tỷ lệ từ ngày đó.',
    },
    became: (name, status) =>
      `${name}: ${{ PENDING: 'chờ duyệt', ACTIVE: 'đang hoạt động', SUSPENDED: 'tạm ngừng', DISSOLVED: 'đã giải thể' }[status]}.`,
    effectiveOn: 'Từ ngày',
    effectiveHint: 'Hôm nay hoặc một ngày trước, không trước ngày đăng ký.',
    wrongDay: 'Chọn hôm nay hoặc một ngày trước.',
    reason: 'Lý do',
    reasonIfAny: 'Lý do (nếu có)',
    reasonHint: 'Lưu cùng quyết định.',
    reasonNeeded: 'Ghi lý do của quyết định.',
    manage: 'Quản lý',
    managedBy: (province) => `Tổ chức này do cán bộ quản lý của ${province} phụ trách.`,
    status: 'Trạng thái',
    changeStatus: 'Đổi trạng thái',
    rate: 'Xếp loại',
    rateTitle: (name) => `Xếp loại ${name}`,
    rated: 'Đã lưu xếp loại.',
    year: 'Năm',
    wrongYear: 'Ghi một năm, không sau năm nay.',
    points: 'Điểm',
    pointsHint: 'Từ 0 đến 100. Tốt từ 80, khá từ 65, trung bình từ 50.',
    wrongPoints: 'Ghi một số từ 0 đến 100, nhiều nhất hai chữ số thập phân.',
    ratingIs: (year) => `Tính từ 31/12/${String(year)}, thay điểm cũ của năm ${String(year)} nếu có.`,
    attest: 'Ghi nhận hợp đồng giấy',
  },
  en: {
    notForYou: 'This page is for program managers and administrators.',
    since: (day) => `Since ${day}`,
    moreWait: (count) => `${String(count)} more wait. They come up once those above are settled.`,
    claims: 'Claims to act for an organization',
    noClaims: 'Nobody waits. Whoever asks to act for an organization that has no people yet stands here.',
    asks: (login) => `${login} asks to act for it.`,
    grant: 'Approve this person',
    grantTitle: 'Let this person act for it?',
    who: 'Who asks',
    actsFor: 'Organization',
    grantGives:
      'If you approve they become its owner: they post, sign contracts, change its profile and invite others in its name. Whoever else asked for it is told that they were not taken.',
    grantCheck: 'Before you approve, call the organization by a number that you have, to be sure that they are of it.',
    granted: (login, name) => `${login} is now the owner of ${name}.`,
    refuse: 'Turn this person down',
    refuseMeans: 'If you turn them down they are told and wait no longer; they may ask again.',
    refused: (login, name) => `${login} was turned down as one of ${name}.`,
    pending: 'Organizations to activate',
    noPending: 'No organization waits. One that is newly registered stands here.',
    judge: 'Look and decide',
    registeredBy: 'Registered by',
    become: 'Decision',
    act: (to, from) => (from === 'PENDING' && to === 'DISSOLVED' ? 'Turn down' : ACTS_EN[to]),
    means: {
      PENDING: 'It can neither post nor sign yet.',
      ACTIVE: 'It can post and sign contracts, and is counted in the share from that day.',
      SUSPENDED:
        'It can neither post nor sign, and is not counted in the share from that day, until it is active again.',
      DISSOLVED: 'It can never be active again, and is not counted in the share from that day.',
    },
    became: (name, status) =>
      `${name}: ${{ PENDING: 'waits for approval', ACTIVE: 'active', SUSPENDED: 'suspended', DISSOLVED: 'dissolved' }[status]}.`,
    effectiveOn: 'From the day',
    effectiveHint: 'Today or a day before, but not before it was registered.',
    wrongDay: 'Choose today or a day before.',
    reason: 'Reason',
    reasonIfAny: 'Reason, if any',
    reasonHint: 'It is kept with the decision.',
    reasonNeeded: 'Write why you decide so.',
    manage: 'Manage',
    managedBy: (province) => `The program managers of ${province} answer for this organization.`,
    status: 'Status',
    changeStatus: 'Change the status',
    rate: 'Rate',
    rateTitle: (name) => `Rate ${name}`,
    rated: 'The rating is saved.',
    year: 'Year',
    wrongYear: 'Write a year, not after this one.',
    points: 'Points',
    pointsHint: '0 to 100. Good from 80, fair from 65, average from 50.',
    wrongPoints: 'Write a number from 0 to 100 with at most two decimals.',
    ratingIs: (year) => `It counts from 31 Dec ${String(year)}, and replaces the points of ${String(year)}, if any.`,
    attest: 'Attest a paper contract',
  },
};
