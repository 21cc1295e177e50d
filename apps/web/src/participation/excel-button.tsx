import { useState } from 'react';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { saveFile, type Saving } from '../app/saved-file';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { Notice } from '../design/notice';
import { dashboardWords } from './dashboard-words';
import styles from './excel-button.module.css';

/** What is on the screen as a book. It may take a while: one may go on meanwhile, and leave the page. */
export function ExcelButton({ address }: { readonly address: string }) {
  const words = useWords(dashboardWords);
  const isOnline = useOnline();
  const [isComing, setComing] = useState(false);
  const [saving, setSaving] = useState<Saving>();

  const save = async () => {
    setComing(true);
    setSaving(undefined);
    setSaving(await saveFile(address));
    setComing(false);
  };
  return (
    <div className={styles.excel}>
      <Button disabled={isComing || !isOnline} onClick={() => void save()}>
        <Icon name="save" size={18} /> Excel
      </Button>
      {isComing && <p role="status">{words.excelComes}</p>}
      {saving?.isSaved === true && <p role="status">{words.excelSaved}</p>}
      {saving?.isSaved === false && (
        <Notice kind="bad" title={words.excelMissing}>
          <p>{saving.refusal ?? words.excelMissingWhy}</p>
        </Notice>
      )}
    </div>
  );
}
