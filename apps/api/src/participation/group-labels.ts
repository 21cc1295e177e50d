import { ReferenceReads } from '@lienket/registry';
import type { ParticipationDimension } from '@lienket/participation';
import { Injectable } from '@nestjs/common';
import type { Language } from '../door/language.js';

const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  COOPERATIVE_GROUP: { vi: 'Tổ hợp tác', en: 'Cooperative groups' },
  COOPERATIVE: { vi: 'Hợp tác xã', en: 'Cooperatives' },
  COOPERATIVE_UNION: { vi: 'Liên hiệp hợp tác xã', en: 'Unions of cooperatives' },
  ENTERPRISE: { vi: 'Doanh nghiệp', en: 'Enterprises' },
  GOOD: { vi: 'Tốt', en: 'Good' },
  FAIR: { vi: 'Khá', en: 'Fair' },
  AVERAGE: { vi: 'Trung bình', en: 'Average' },
  WEAK: { vi: 'Yếu', en: 'Weak' },
  UNRATED: { vi: 'Chưa xếp loại', en: 'Unrated' },
};

/** What people call the key of a group. */
@Injectable()
export class GroupLabels {
  constructor(private readonly references: ReferenceReads) {}

  async of(dimension: ParticipationDimension, language: Language): Promise<(key: string) => string> {
    if (dimension === 'KIND' || dimension === 'RATING') return (key) => WORDS[key]?.[language] ?? key;
    const named: ReadonlyMap<string, { readonly nameVi: string; readonly nameEn: string }> =
      dimension === 'PROVINCE' ? await this.references.provinces() : await this.references.commodities();
    return (key) => named.get(key)?.[language === 'vi' ? 'nameVi' : 'nameEn'] ?? key;
  }
}
