import type { Words } from '../app/language';
import type { ChainRole, Kind, OwnOrganization } from './documents';

interface RegistryWords {
  readonly ours: string;
  readonly kindLabel: string;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly name: string;
  readonly taxCode: string;
  readonly taxCodeHint: string;
  readonly wrongTaxCode: string;
  readonly province: string;
  readonly commune: string;
  readonly roles: string;
  readonly role: Readonly<Record<ChainRole, string>>;
  readonly members: string;
  readonly union: string;
  readonly rating: string;
  readonly rated: (score: string, band: string, year: number) => string;
  readonly band: Readonly<Record<NonNullable<OwnOrganization['rating']>['band'], string>>;
  readonly contact: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactHint: string;
  readonly none: string;
  readonly status: Readonly<Record<OwnOrganization['status'], string>>;
  readonly pendingWhy: string;
  readonly suspendedWhy: string;
  readonly change: string;
  readonly save: string;
  readonly saved: string;
  readonly ownersOnly: string;
  readonly needed: string;
  readonly wrongCount: string;
  readonly join: string;
  readonly joinWhy: string;
  readonly find: string;
  readonly findHint: string;
  readonly search: string;
  readonly foundNone: string;
  readonly notFoundYet: string;
  readonly foundMore: (shown: number, all: number) => string;
  readonly claim: string;
  readonly claimed: (name: string) => string;
  readonly claimedWhy: string;
  readonly register: string;
  readonly registerWhy: string;
  readonly invited: string;
  readonly invitedHint: string;
  readonly accept: string;
}

export const registryWords: Words<RegistryWords> = {
  vi: {
    ours: 'Hồ sơ tổ chức',
    kindLabel: 'Loại hình',
    kind: {
      COOPERATIVE_GROUP: 'Tổ hợp tác',
      COOPERATIVE: 'Hợp tác xã',
      COOPERATIVE_UNION: 'Liên hiệp hợp tác xã',
      ENTERPRISE: 'Doanh nghiệp',
    },
    name: 'Tên',
    taxCode: 'Mã số thuế',
    taxCodeHint: '10 chữ số, chi nhánh thêm gạch và 3 chữ số. Chưa có thì để trống.',
    wrongTaxCode: 'Mã số thuế có 10 chữ số, hoặc 10 chữ số, gạch, 3 chữ số.',
    province: 'Tỉnh, thành phố',
    commune: 'Xã, phường',
    roles: 'Làm gì trong chuỗi',
    role: {
      PRODUCER: 'Sản xuất',
      PROCESSOR: 'Chế biến',
      DISTRIBUTOR: 'Phân phối',
      EXPORTER: 'Xuất khẩu',
      INPUT_SUPPLIER: 'Cung ứng vật tư',
      SERVICE_PROVIDER: 'Dịch vụ',
    },
    members: 'Số thành viên',
    union: 'Thuộc liên hiệp',
    rating: 'Xếp loại',
    rated: (score, band, year) => `${band}, ${score} điểm, năm ${year}`,
    band: { GOOD: 'Tốt', FAIR: 'Khá', AVERAGE: 'Trung bình', WEAK: 'Yếu' },
    contact: 'Người liên hệ',
    contactName: 'Tên người liên hệ',
    contactPhone: 'Điện thoại liên hệ',
    contactHint: 'Bên đã ký hợp đồng với bạn xem được. Người khác chỉ xem khi bạn đồng ý.',
    none: 'Chưa có',
    status: { PENDING: 'Chờ duyệt', ACTIVE: 'Đang hoạt động', SUSPENDED: 'Tạm ngừng', DISSOLVED: 'Đã giải thể' },
    pendingWhy: 'Cán bộ quản lý của tỉnh đang xét. Được duyệt thì đăng tin và ký hợp đồng được.',
    suspendedWhy: 'Hỏi cán bộ quản lý chương trình của tỉnh vì sao.',
    change: 'Sửa hồ sơ',
    save: 'Lưu',
    saved: 'Đã lưu hồ sơ.',
    ownersOnly: 'Chủ quản của tổ chức sửa được hồ sơ.',
    needed: 'Cần điền mục này.',
    wrongCount: 'Ghi một số nguyên, ví dụ 120.',
    join: 'Tổ chức của bạn',
    joinWhy: 'Bạn chưa thuộc tổ chức nào. Chọn một trong ba cách sau.',
    find: 'Tổ chức đã có trong danh sách',
    findHint: 'Một phần tên, có dấu hay không đều được',
    search: 'Tìm',
    notFoundYet: 'Chưa tìm được: mạng hoặc máy chủ đang có vấn đề. Thử lại.',
    foundNone: 'Không thấy tổ chức nào tên như vậy. Đăng ký mới ở dưới.',
    foundMore: (shown, all) => `${shown} trong ${all}. Gõ thêm chữ để tìm đúng hơn.`,
    claim: 'Tôi là người ở đây',
    claimed: (name) => `Đã gửi yêu cầu: ${name}`,
    claimedWhy: 'Cán bộ quản lý của tỉnh sẽ xét. Được nhận thì thấy ngay trên máy này.',
    register: 'Đăng ký tổ chức mới',
    registerWhy: 'Khi chưa ai đăng ký tổ chức này. Cán bộ quản lý của tỉnh sẽ duyệt.',
    invited: 'Được mời',
    invitedHint: 'Mã mà chủ quản của tổ chức đưa cho bạn',
    accept: 'Nhận lời mời',
  },
  en: {
    ours: 'Profile of the organization',
    kindLabel: 'Kind',
    kind: {
      COOPERATIVE_GROUP: 'Cooperative group',
      COOPERATIVE: 'Cooperative',
      COOPERATIVE_UNION: 'Union of cooperatives',
      ENTERPRISE: 'Enterprise',
    },
    name: 'Name',
    taxCode: 'Tax code',
    taxCodeHint: '10 digits, a branch a dash and 3 more. Leave it empty if there is none yet.',
    wrongTaxCode: 'A tax code has 10 digits, or 10 digits, a dash and 3 digits.',
    province: 'Province or city',
    commune: 'Commune or ward',
    roles: 'What it does in the chain',
    role: {
      PRODUCER: 'Produces',
      PROCESSOR: 'Processes',
      DISTRIBUTOR: 'Distributes',
      EXPORTER: 'Exports',
      INPUT_SUPPLIER: 'Supplies inputs',
      SERVICE_PROVIDER: 'Provides services',
    },
    members: 'Members',
    union: 'Belongs to the union',
    rating: 'Rating',
    rated: (score, band, year) => `${band}, ${score} points, ${year}`,
    band: { GOOD: 'Good', FAIR: 'Fair', AVERAGE: 'Average', WEAK: 'Weak' },
    contact: 'Contact',
    contactName: 'Name of the contact',
    contactPhone: 'Phone of the contact',
    contactHint: 'Partners of a signed contract see it. Others only if you consent.',
    none: 'None yet',
    status: { PENDING: 'Waits for approval', ACTIVE: 'Active', SUSPENDED: 'Suspended', DISSOLVED: 'Dissolved' },
    pendingWhy: 'The program manager of the province looks at it. Once it is approved you can post and sign.',
    suspendedWhy: 'Ask the program manager of the province why.',
    change: 'Change the profile',
    save: 'Save',
    saved: 'The profile is saved.',
    ownersOnly: "The organization's owners can change its profile.",
    needed: 'This is needed.',
    wrongCount: 'Write a whole number, such as 120.',
    join: 'Your organization',
    joinWhy: 'You belong to no organization yet. Choose one of these three ways.',
    find: 'One that is in the register',
    findHint: 'Part of its name, with or without diacritics',
    search: 'Search',
    notFoundYet: 'Not searched yet: the network or the server has trouble. Try again.',
    foundNone: 'No organization is called so. Register it below.',
    foundMore: (shown, all) => `${shown} of ${all}. Write more of the name to find it.`,
    claim: 'I am one of its people',
    claimed: (name) => `You asked to act for ${name}`,
    claimedWhy: 'The program manager of the province decides. Once it is granted, this device shows it at once.',
    register: 'Register a new organization',
    registerWhy: 'Where nobody has registered it. The program manager of the province approves it.',
    invited: 'Invited',
    invitedHint: "The code that the organization's owner gave you",
    accept: 'Accept the invitation',
  },
};
