import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'vi' | 'en';

/** The words of a room: each language says all of them, or it doesn't compile. */
export interface Words<Said> {
  readonly vi: Said;
  readonly en: Said;
}

const KEPT_AS = 'lienket.language';

const Spoken = createContext<{ readonly language: Language; readonly speak: (language: Language) => void } | null>(
  null,
);

/** Vietnamese, until somebody asks for English; the device remembers it. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, speak] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT_AS, language);
  }, [language]);
  const value = useMemo(() => ({ language, speak }), [language]);
  return <Spoken value={value}>{children}</Spoken>;
}

export const keptLanguage = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'vi');

export function useLanguage() {
  const spoken = useContext(Spoken);
  if (!spoken) throw new Error('Nobody said which language is spoken.');
  return spoken;
}

export const useWords = <Said,>(words: Words<Said>): Said => words[useLanguage().language];
