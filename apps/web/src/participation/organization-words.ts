import type { Words } from '../app/language';
import type { Kind } from './search';

interface OrganizationWords {
  readonly organizations: string;
  readonly organizationsOf: (place: string) => string;
  readonly found: (count: string) => string;
  readonly more: string;
  readonly noOrganization: string;
  readonly noSuchOrganization: string;
  readonly enterprise: string;
  readonly oneOfKind: Readonly<Record<Kind, string>>;
  readonly members: (count: string) => string;
  readonly band: Readonly<Record<'GOOD' | 'FAIR' | 'AVERAGE' | 'WEAK', string>>;
  readonly rated: (band: string, year: number) => string;
  readonly unrated: string;
  readonly profile: string;
  readonly contracts: string;
  readonly newestOf: (shown: number, all: number) => string;
  readonly noContract: string;
}

export const organizationWords: Words<OrganizationWords> = {
  vi: {
    organizations: 'Tổ chức',
    organizationsOf: (place) => `Tổ chức: ${place}`,
    found: (count) => `${count} tổ chức`,
    more: 'Xem thêm',
    noOrganization: 'Không có tổ chức nào như vậy.',
    noSuchOrganization: 'Không có tổ chức này.',
    enterprise: 'Doanh nghiệp',
    oneOfKind: {
      COOPERATIVE_UNION: 'Liên hiệp hợp tác xã',
      COOPERATIVE: 'Hợp tác xã',
      COOPERATIVE_GROUP: 'Tổ hợp tác',
    },
    members: (count) => `${count} thành viên`,
    band: { GOOD: 'tốt', FAIR: 'khá', AVERAGE: 'trung bình', WEAK: 'yếu' },
    rated: (band, year) => `Xếp loại ${band}, năm ${year}`,
    unrated: 'Chưa xếp loại',
    profile: 'Hồ sơ',
    contracts: 'Hợp đồng đã ký',
    newestOf: (shown, all) => `${shown} hợp đồng mới nhất trong ${all}`,
    noContract: 'Chưa có hợp đồng nào đã ký.',
  },
  en: {
    organizations: 'Organizations',
    organizationsOf: (place) => `Organizations: ${place}`,
    found: (count) => `${count} organizations`,
    more: 'Show more',
    noOrganization: 'There is no such organization.',
    noSuchOrganization: 'There is no such organization.',
    enterprise: 'Enterprise',
    oneOfKind: {
      COOPERATIVE_UNION: 'Union of cooperatives',
      COOPERATIVE: 'Cooperative',
      COOPERATIVE_GROUP: 'Cooperative group',
    },
    members: (count) => `${count} members`,
    band: { GOOD: 'good', FAIR: 'fair', AVERAGE: 'average', WEAK: 'weak' },
    rated: (band, year) => `Rated ${band}, ${year}`,
    unrated: 'Unrated',
    profile: 'Profile',
    contracts: 'Signed contracts',
    newestOf: (shown, all) => `The newest ${shown} of ${all}`,
    noContract: 'No contract is signed yet.',
  },
};
