import { useState } from 'react';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Button, buttonClass } from '../design/button';
import { Card } from '../design/card';
import { Chips } from '../design/chips';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import type { MyImport } from './documents';
import { FILE_MAX_BYTES, sendFile, templateOf } from './files';
import styles from './imports.module.css';
import { importWords } from './words';

const KINDS = ['REGISTER', 'RATINGS', 'LINKAGES'] as const;

/** Which table, its empty form, and the file that somebody filled in. */
export function SendFile({ onSent }: { readonly onSent: () => void }) {
  const words = useWords(importWords);
  const isOnline = useOnline();
  const [kind, setKind] = useState<MyImport['kind']>('REGISTER');
  const [file, setFile] = useState<File>();
  const [refused, setRefused] = useState<string>();
  const [isSending, setSending] = useState(false);
  // Chosen anew, the same file may be sent again.
  const [count, setCount] = useState(0);
  const isTooLarge = file !== undefined && file.size > FILE_MAX_BYTES;

  async function send(chosen: File): Promise<void> {
    setSending(true);
    const why = await sendFile(kind, chosen).catch(() => words.notSent);
    setSending(false);
    setRefused(why ?? undefined);
    if (why !== null) return;
    setFile(undefined);
    setCount(count + 1);
    onSent();
  }

  return (
    <Card>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void send(file);
        }}
      >
        <h2 className={styles.what}>{words.what}</h2>
        <Chips
          name="kind"
          label={words.what}
          chips={KINDS.map((value) => ({ value, label: words.kind[value] }))}
          chosen={[kind]}
          onChoose={setKind}
        />
        <a className={buttonClass('quiet')} href={templateOf(kind)} download>
          {words.template}
        </a>
        <Field
          key={count}
          type="file"
          accept=".xlsx"
          label={words.file}
          hint={words.hint}
          fault={isTooLarge ? words.tooLarge : undefined}
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            setRefused(undefined);
          }}
        />
        {kind === 'LINKAGES' && <p>{words.attestIs}</p>}
        {refused !== undefined && <Notice kind="bad" title={refused} />}
        <Button type="submit" kind="primary" disabled={!file || isTooLarge || isSending || !isOnline}>
          {isSending ? words.sending : words.send}
        </Button>
      </form>
    </Card>
  );
}
