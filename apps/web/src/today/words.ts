import type { Words } from '../app/language';

interface TodayWords {
  readonly today: string;
  readonly welcome: string;
  readonly about: string;
  readonly signIn: string;
  readonly signUp: string;
  readonly chooseOrganization: string;
  readonly profile: string;
  readonly account: string;
  readonly administration: string;
  readonly imports: string;
  readonly signOut: string;
  readonly openListings: (count: number) => string;
  readonly noneOpen: string;
  readonly openDemands: (count: number) => string;
  readonly noDemandOpen: string;
  readonly onlyLooks: string;
  readonly asWho: (login: string) => string;
  readonly stillUnsent: string;
}

export const todayWords: Words<TodayWords> = {
  vi: {
    today: 'Hôm nay',
    welcome: 'Lienket',
    about:
      'Sàn liên kết của kinh tế tập thể Việt Nam, và thước đo của nó: hợp tác xã chào bán, doanh nghiệp đặt mua, hai bên ký hợp đồng liên kết, tỷ lệ tham gia chuỗi giá trị đổi ngay.',
    signIn: 'Đăng nhập',
    signUp: 'Tạo tài khoản',
    chooseOrganization: 'Chọn tổ chức của bạn',
    profile: 'Hồ sơ tổ chức',
    account: 'Tài khoản',
    administration: 'Người dùng, vai trò và cấu hình',
    imports: 'Nhập từ Excel',
    signOut: 'Đăng xuất',
    openListings: (count) => `${count} tin đang đăng`,
    noneOpen: 'Chưa có tin nào đang đăng',
    openDemands: (count) => `${count} nhu cầu đang đăng`,
    noDemandOpen: 'Chưa có nhu cầu nào đang đăng',
    onlyLooks:
      'Bạn xem được mọi việc của tổ chức; đăng tin, ký và ghi giao nhận là việc của người giao dịch. Chủ quản đổi được quyền này.',
    asWho: (login) => `Đang dùng: ${login}`,
    stillUnsent: 'Còn tin chờ gửi trên máy. Đăng xuất thì tin vẫn còn, khi bạn đăng nhập lại sẽ gửi.',
  },
  en: {
    today: 'Today',
    welcome: 'Lienket',
    about:
      "The marketplace for linkage in Vietnam's collective economy, and the measure of it: cooperatives list, buyers post, both sign, and the share of organizations in value chains moves at once.",
    signIn: 'Sign in',
    signUp: 'Create an account',
    chooseOrganization: 'Choose your organization',
    profile: 'Profile of the organization',
    account: 'Account',
    administration: 'Users, roles and configuration',
    imports: 'Import from Excel',
    signOut: 'Sign out',
    openListings: (count) => (count === 1 ? 'One open listing' : `${count} open listings`),
    noneOpen: 'No open listing',
    openDemands: (count) => (count === 1 ? 'One open demand' : `${count} open demands`),
    noDemandOpen: 'No open demand',
    onlyLooks:
      'You see all that your organization does; to post, sign and record deliveries is for its traders. An owner can change what you may do.',
    asWho: (login) => `Signed in as ${login}`,
    stillUnsent: 'Listings wait on this device. They stay when you sign out, and are sent when you sign in again.',
  },
};
