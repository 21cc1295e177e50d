import type { ReactNode } from 'react';
import styles from './foot.module.css';

/** The one button of a page, at the thumb: on a phone it stands where the parts of the console are else. */
export const Foot = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.foot} data-foot>
    {children}
  </div>
);
