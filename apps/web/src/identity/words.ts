import type { Words } from '../app/language';
import type { OrganizationRole } from './documents';

/** As the API has it. */
export const PASSWORD_MIN = 10;

interface IdentityWords {
  readonly signIn: string;
  readonly login: string;
  readonly loginHint: string;
  readonly password: string;
  readonly wrong: string;
  readonly tooOften: (seconds: number) => string;
  readonly unreachable: string;
  readonly waiting: string;
  readonly stays: string;
  readonly noAccount: string;
  readonly hasAccount: string;
  readonly signUp: string;
  readonly newLoginHint: string;
  readonly passwordHint: string;
  readonly tooShort: string;
  readonly code: string;
  readonly people: string;
  readonly you: string;
  readonly role: Readonly<Record<OrganizationRole, string>>;
  readonly roleLabel: string;
  readonly roleOf: (login: string) => string;
  readonly remove: string;
  readonly reallyRemove: (login: string) => string;
  readonly invite: string;
  readonly invited: (role: string, until: string) => string;
  readonly withdrawInvitation: string;
  readonly handOver: (login: string) => string;
  readonly account: string;
  readonly newPasswordTitle: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly endsOthers: string;
  readonly passwordChanged: string;
  readonly consent: Readonly<Record<'CONTACT_SHOWN_TO_TRADERS' | 'NOTICES_BY_EMAIL', string>>;
  readonly given: string;
  readonly notGiven: string;
  readonly give: string;
  readonly takeBack: string;
}

export const identityWords: Words<IdentityWords> = {
  vi: {
    signIn: 'Đăng nhập',
    login: 'E-mail hoặc số điện thoại',
    loginHint: 'Tên mà bạn đã đăng ký',
    password: 'Mật khẩu',
    wrong: 'Tên hoặc mật khẩu không đúng.',
    tooOften: (seconds) => `Đã thử nhiều lần. Đợi ${seconds} giây rồi thử lại.`,
    unreachable: 'Chưa tới được máy chủ. Kiểm tra mạng rồi thử lại.',
    waiting: 'Đang đăng nhập…',
    stays: 'Đăng nhập được giữ trên máy này, cả khi mất mạng.',
    noAccount: 'Chưa có tài khoản?',
    hasAccount: 'Đã có tài khoản?',
    signUp: 'Tạo tài khoản',
    newLoginHint: 'Dùng để đăng nhập. Bên đã ký hợp đồng với bạn thấy e-mail để liên hệ.',
    passwordHint: `Từ ${PASSWORD_MIN} ký tự. Một câu dễ nhớ là tốt.`,
    tooShort: `Mật khẩu cần từ ${PASSWORD_MIN} ký tự.`,
    code: 'Mã mời',
    people: 'Người của tổ chức',
    you: 'bạn',
    role: { OWNER: 'Chủ quản', TRADER: 'Người giao dịch', READER: 'Chỉ xem' },
    roleLabel: 'Được làm gì',
    roleOf: (login) => `Quyền của ${login}`,
    remove: 'Cho rời tổ chức',
    reallyRemove: (login) => `Đúng, cho ${login} rời`,
    invite: 'Mời thêm người',
    invited: (role, until) => `Đã mời: ${role}, đến ${until}`,
    withdrawInvitation: 'Rút lời mời',
    handOver: (login) => `Đưa mã này cho ${login}. Mã chỉ hiện một lần:`,
    account: 'Tài khoản',
    newPasswordTitle: 'Đổi mật khẩu',
    currentPassword: 'Mật khẩu hiện nay',
    newPassword: 'Mật khẩu mới',
    endsOthers: 'Các máy khác đang đăng nhập sẽ phải đăng nhập lại.',
    passwordChanged: 'Đã đổi mật khẩu.',
    consent: { CONTACT_SHOWN_TO_TRADERS: 'Cho xem liên hệ', NOTICES_BY_EMAIL: 'Thông báo qua thư điện tử' },
    given: 'Bạn đang đồng ý.',
    notGiven: 'Bạn chưa đồng ý.',
    give: 'Tôi đồng ý',
    takeBack: 'Rút lại đồng ý',
  },
  en: {
    signIn: 'Sign in',
    login: 'E-mail or phone number',
    loginHint: 'The one you registered with',
    password: 'Password',
    wrong: 'That login and password do not fit.',
    tooOften: (seconds) => `Too many tries. Wait ${seconds} seconds and try again.`,
    unreachable: "The server can't be reached. Look at the network and try again.",
    waiting: 'Signing in…',
    stays: 'You stay signed in on this device, without a network too.',
    noAccount: 'No account yet?',
    hasAccount: 'You have an account?',
    signUp: 'Create an account',
    newLoginHint: 'To sign in with. Partners of a signed contract see an e-mail address, to reach you.',
    passwordHint: `${PASSWORD_MIN} characters at least. A sentence that you remember is good.`,
    tooShort: `A password needs ${PASSWORD_MIN} characters at least.`,
    code: 'Code of the invitation',
    people: 'People of the organization',
    you: 'you',
    role: { OWNER: 'Owner', TRADER: 'Trader', READER: 'Reader' },
    roleLabel: 'What they may do',
    roleOf: (login) => `Role of ${login}`,
    remove: 'Remove',
    reallyRemove: (login) => `Yes, remove ${login}`,
    invite: 'Invite somebody',
    invited: (role, until) => `Invited: ${role}, until ${until}`,
    withdrawInvitation: 'Withdraw the invitation',
    handOver: (login) => `Give this code to ${login}. It is shown once:`,
    account: 'Account',
    newPasswordTitle: 'Change the password',
    currentPassword: 'Present password',
    newPassword: 'New password',
    endsOthers: 'Other devices have to sign in again.',
    passwordChanged: 'The password is changed.',
    consent: { CONTACT_SHOWN_TO_TRADERS: 'Your contact, shown to others', NOTICES_BY_EMAIL: 'Notices by e-mail' },
    given: 'You agree now.',
    notGiven: 'You have not agreed.',
    give: 'I agree',
    takeBack: 'Take it back',
  },
};
