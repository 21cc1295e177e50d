import type { Language } from './language';

interface Named {
  readonly nameVi: string;
  readonly nameEn: string;
}

/** What has a name in both languages: a province, a commodity, a certificate. */
export const nameIn = (language: Language, { nameVi, nameEn }: Named): string => (language === 'vi' ? nameVi : nameEn);
