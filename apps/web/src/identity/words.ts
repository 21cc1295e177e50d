import type { Words } from '../app/language';

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
  },
};
