import type { InputRule, Refusal } from '@lienket/platform';
import type { Language } from './language.js';

type Words = Readonly<Record<Language, string>>;
export type DoorCode =
  | Exclude<Refusal['code'], 'INVALID_INPUT'>
  | 'QUERY_TOO_COMPLEX'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'UNAVAILABLE'
  | 'OUTCOME_UNKNOWN'
  | 'INTERNAL_SERVER_ERROR';

/** One sentence for each code: what happened, and what to do about it. */
export const MESSAGES: Readonly<Record<DoorCode, Words>> = {
  UNAUTHENTICATED: { vi: 'Bạn cần đăng nhập để làm việc này.', en: 'Sign in to do this.' },
  FORBIDDEN: { vi: 'Bạn xem được mục này nhưng không có quyền làm việc này.', en: 'You may see this but not do this.' },
  NOT_FOUND: { vi: 'Không có mục này, hoặc bạn không được xem.', en: 'There is no such thing, or you may not see it.' },
  INVALID_STATE: {
    vi: 'Trạng thái hiện tại không cho phép làm việc này.',
    en: 'Its present state does not allow this.',
  },
  INSUFFICIENT_QUANTITY: { vi: 'Lượng còn lại ít hơn lượng yêu cầu.', en: 'Less is left than was asked for.' },
  CONFLICT: {
    vi: 'Người khác đã thay đổi trước, hoặc khóa này đã dùng cho việc khác. Hãy tải lại rồi làm tiếp.',
    en: 'Somebody else changed it first, or this key was used for something else. Load it again, then go on.',
  },
  RATE_LIMITED: {
    vi: 'Quá nhiều lần trong một thời gian ngắn. Hãy thử lại sau.',
    en: 'Too many in a short time. Try again later.',
  },
  QUERY_TOO_COMPLEX: {
    vi: 'Yêu cầu quá sâu, quá rộng hoặc quá tốn kém. Hãy chia nhỏ.',
    en: 'The document is too deep, too wide or too costly. Ask for less at a time.',
  },
  GRAPHQL_PARSE_FAILED: { vi: 'Không đọc được tài liệu GraphQL.', en: 'The GraphQL document cannot be read.' },
  GRAPHQL_VALIDATION_FAILED: {
    vi: 'Tài liệu GraphQL không hợp lệ với lược đồ.',
    en: 'The GraphQL document does not fit the schema.',
  },
  UNAVAILABLE: {
    vi: 'Máy chủ chưa nhận việc được lúc này; chưa có gì thay đổi. Hãy thử lại.',
    en: 'The server cannot take work now; nothing was changed. Try again.',
  },
  OUTCOME_UNKNOWN: {
    vi: 'Mất kết nối khi đang lưu. Hãy gửi lại với cùng Idempotency-Key để biết kết quả.',
    en: 'The connection broke while saving. Send it again with the same Idempotency-Key to learn the outcome.',
  },
  INTERNAL_SERVER_ERROR: {
    vi: 'Lỗi của chúng tôi. Hãy báo mã yêu cầu này.',
    en: 'A fault of ours. Please report this request id.',
  },
};

/** INVALID_STATE where more than the state's name is to be said. */
export const STATE_MESSAGES: Readonly<Record<string, Words>> = {
  EMAIL_NOT_VERIFIED: {
    vi: 'Nơi cấp danh tính chưa xác minh địa chỉ e-mail này. Hãy xác minh ở đó, hoặc đăng ký bằng mật khẩu.',
    en: 'The issuer has not verified an e-mail address of yours. Verify it there, or sign up with a password.',
  },
  LOGIN_TAKEN: {
    vi: 'Đã có tài khoản với địa chỉ e-mail này. Hãy đăng nhập bằng mật khẩu rồi liên kết tài khoản.',
    en: 'There is an account of this e-mail address already. Sign in by its password, then link it.',
  },
  LINKED: {
    vi: 'Danh tính này hoặc tài khoản này đã được liên kết.',
    en: 'This identity or this account is linked already.',
  },
  HAS_ORGANIZATION: {
    vi: 'Người này đang làm việc cho một tổ chức. Họ phải rời tổ chức đó trước.',
    en: 'This person acts for an organization. They have to leave it first.',
  },
  LAST_ADMINISTRATOR: {
    vi: 'Đây là quản trị viên cuối cùng. Hãy giao vai trò này cho người khác trước.',
    en: 'This is the last administrator. Make somebody else one first.',
  },
  NO_PASSWORD: {
    vi: 'Tài khoản này không có mật khẩu: bỏ liên kết thì không còn cách đăng nhập.',
    en: 'This account has no password: unlinked, nobody could sign in to it.',
  },
};

export const INPUT_MESSAGES: Readonly<Record<InputRule, Words>> = {
  FORM: { vi: 'không đúng dạng', en: 'is not of the right form' },
  RANGE: { vi: 'nằm ngoài giới hạn cho phép', en: 'is out of range' },
  UNKNOWN: { vi: 'không có trong danh mục, hoặc bạn không được xem', en: 'is unknown, or you may not see it' },
  WRONG: { vi: 'không đúng', en: 'is wrong' },
  TAKEN: { vi: 'đã có người dùng', en: 'is taken' },
  ORDER: { vi: 'không đúng thứ tự thời gian', en: 'is not in the right order of time' },
  MISMATCH: { vi: 'không khớp với các mục khác', en: 'does not fit the rest of the input' },
  TOO_MANY: { vi: 'có quá nhiều mục', en: 'has too many entries' },
};
