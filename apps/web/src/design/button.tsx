import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary on a page: what most people came for. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
}

export const Button = ({ kind = 'secondary', type = 'button', ...rest }: ButtonProps) => (
  <button type={type} className={`${styles.button} ${styles[kind]}`} {...rest} />
);

export const buttonClass = (kind: NonNullable<ButtonProps['kind']>): string => `${styles.button} ${styles[kind]}`;
