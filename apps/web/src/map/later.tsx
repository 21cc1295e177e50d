import { lazy, Suspense, type ComponentType } from 'react';
import { Empty } from '../design/card';
import { useWords } from '../app/language';
import styles from './map.module.css';
import { mapWords } from './words';

/**
 * A map that comes after the list that says the same: its place is kept until it is there, so that nothing moves under a
 * finger, and where it can't be loaded nothing else waits for it.
 */
export function mapLater<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Map = lazy(() =>
    load()
      .catch(() => MapMissing)
      .then((map) => ({ default: map })),
  );
  return function MapLater(props) {
    return (
      <Suspense fallback={<div className={styles.coming} />}>
        <Map {...props} />
      </Suspense>
    );
  };
}

function MapMissing() {
  const { missing } = useWords(mapWords);
  return <Empty title={missing} />;
}
