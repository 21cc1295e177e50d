import type { Words } from '../app/language';
import type { Account } from './documents';

interface AdministrationWords {
  readonly users: string;
  readonly notForYou: string;
  readonly find: string;
  readonly findHint: string;
  readonly role: string;
  readonly anyRole: string;
  readonly roles: Readonly<Record<Account['role'], string>>;
  readonly found: (count: string) => string;
  readonly nobody: string;
  readonly you: string;
  readonly actsFor: (organization: string) => string;
  readonly actsForNobody: string;
  readonly whole: string;
  readonly answersFor: (provinces: string) => string;
  readonly decided: (by: string, instant: string) => string;
  readonly somebody: string;
  readonly change: string;
  readonly roleOf: (login: string) => string;
  readonly whatItMeans: Readonly<Record<Account['role'], string>>;
  readonly provinces: string;
  readonly addAnother: string;
  readonly chosen: string;
  readonly signedOut: string;
  readonly give: string;
  readonly leave: string;
  readonly unreachable: string;
  readonly more: string;
  readonly howToAdd: string;
  readonly configuration: string;
  readonly configurationHow: string;
  readonly queues: string;
  readonly isSet: string;
  readonly notSet: string;
}

export const administrationWords: Words<AdministrationWords> = {
  vi: {
    users: 'Người dùng và vai trò',
    notForYou: 'Trang này dành cho quản trị viên.',
    find: 'Tìm theo tên đăng nhập',
    findHint: 'Một phần địa chỉ e-mail hoặc số điện thoại',
    role: 'Vai trò',
    anyRole: 'Mọi vai trò',
    roles: {
      TRADER: 'Người của tổ chức',
      PROGRAM_MANAGER: 'Cán bộ quản lý',
      ADMINISTRATOR: 'Quản trị viên',
    },
    found: (count) => `${count} tài khoản`,
    nobody: 'Không có tài khoản nào như vậy.',
    you: 'bạn',
    actsFor: (organization) => `Làm việc cho ${organization}`,
    actsForNobody: 'Không làm việc cho tổ chức nào',
    whole: 'cả nước',
    answersFor: (provinces) => `Phụ trách ${provinces}`,
    decided: (by, instant) => `Vai trò do ${by} giao lúc ${instant}`,
    somebody: 'người không còn tài khoản',
    change: 'Đổi vai trò',
    roleOf: (login) => `Vai trò của ${login}`,
    whatItMeans: {
      TRADER: 'Đăng ký hoặc nhận một tổ chức rồi đăng tin, đề nghị và ký hợp đồng cho tổ chức đó.',
      PROGRAM_MANAGER: 'Xem số liệu, tổ chức và hợp đồng của các tỉnh phụ trách; duyệt, xếp loại, mở đợt ghép nối.',
      ADMINISTRATOR: 'Xem mọi thứ, và giao vai trò cho người khác.',
    },
    provinces: 'Tỉnh, thành phụ trách',
    addAnother: 'Thêm nữa…',
    chosen: 'đã chọn, bấm để bỏ',
    signedOut:
      'Người đó bị đăng xuất khỏi mọi thiết bị, và vai trò mới có hiệu lực khi đăng nhập lại. Quyết định được ghi lại lâu dài.',
    give: 'Giao vai trò này',
    leave: 'Để như cũ',
    unreachable: 'Chưa gửi được. Kiểm tra mạng rồi thử lại.',
    more: 'Xem thêm',
    howToAdd:
      'Người mới tự tạo tài khoản trước, rồi bạn giao vai trò ở đây. Mỗi lần xem người của một tổ chức đều được ghi lại.',
    configuration: 'Cấu hình',
    configurationHow:
      'Những biến môi trường mà tiến trình trả lời trang này đã đọc khi khởi động. Muốn đổi thì đặt lại biến rồi khởi động lại; giá trị bí mật không bao giờ được hiện.',
    queues: 'Việc nền và việc hỏng',
    isSet: 'Đã đặt',
    notSet: 'Chưa đặt',
  },
  en: {
    users: 'Users and roles',
    notForYou: 'This page is for administrators.',
    find: 'Find by login',
    findHint: 'Part of an e-mail address or a phone number',
    role: 'Role',
    anyRole: 'Any role',
    roles: {
      TRADER: 'Of an organization',
      PROGRAM_MANAGER: 'Program manager',
      ADMINISTRATOR: 'Administrator',
    },
    found: (count) => (count === '1' ? 'One account' : `${count} accounts`),
    nobody: 'There is no such account.',
    you: 'you',
    actsFor: (organization) => `Acts for ${organization}`,
    actsForNobody: 'Acts for no organization',
    whole: 'the whole country',
    answersFor: (provinces) => `Answers for ${provinces}`,
    decided: (by, instant) => `Role given by ${by} at ${instant}`,
    somebody: 'somebody who has no account any more',
    change: 'Change the role',
    roleOf: (login) => `Role of ${login}`,
    whatItMeans: {
      TRADER: 'Registers or claims an organization, then lists, offers and signs for it.',
      PROGRAM_MANAGER:
        'Sees the figures, organizations and contracts of their provinces; activates, rates, starts rounds of matching.',
      ADMINISTRATOR: 'Sees everything, and gives roles to others.',
    },
    provinces: 'Provinces they answer for',
    addAnother: 'Another…',
    chosen: 'chosen; press one to take it out',
    signedOut:
      'They are signed out on every device, and have the new role when they sign in again. The decision is kept for good.',
    give: 'Give this role',
    leave: 'Leave it',
    unreachable: "It couldn't be sent. Look at your network, then try again.",
    more: 'Show more',
    howToAdd:
      'Somebody new creates an account first, then you give the role here. Each look at the people of an organization is written down.',
    configuration: 'Configuration',
    configurationHow:
      'The environment variables that the process which answers this page read when it started. To change one, set it and start again; what is secret is never shown.',
    queues: 'Background jobs and failures',
    isSet: 'Set',
    notSet: 'Not set',
  },
};
