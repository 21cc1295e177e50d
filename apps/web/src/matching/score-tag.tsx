import { useWords } from '../app/language';
import { Tag } from '../design/tag';
import { matchingWords } from './words';

/** How well it fits: a word first, then of a hundred. */
export function ScoreTag({ score }: { readonly score: number }) {
  const words = useWords(matchingWords);
  const degree = score >= 0.75 ? 'VERY' : score >= 0.5 ? 'WELL' : 'SO_SO';
  return (
    <Tag kind={degree === 'SO_SO' ? 'plain' : 'good'}>
      {words.howWell[degree]} · {words.of100(Math.round(score * 100))}
    </Tag>
  );
}
