import { useWords } from '../app/language';
import styles from './map.module.css';
import { mapWords } from './words';

export function MapSource() {
  const words = useWords(mapWords);
  return <p className={styles.note}>{words.source}</p>;
}
