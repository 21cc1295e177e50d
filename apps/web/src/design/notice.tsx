import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './notice.module.css';

interface NoticeProps {
  readonly kind: 'warn' | 'bad' | 'good';
  readonly icon?: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Something that one should know now: what happened, what was kept, what to do. */
export const Notice = ({ kind, icon = 'info', title, children }: NoticeProps) => (
  <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'bad' ? 'alert' : 'status'}>
    <Icon name={icon} />
    <div>
      <strong>{title}</strong>
      {children}
    </div>
  </div>
);
