import { useState } from 'react';
import { dayText, quantityText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { Button } from '../design/button';
import { Card } from '../design/card';
import styles from './deliveries.module.css';
import { DeliveryDialog } from './delivery-dialog';
import type { Contract, ContractLine } from './documents';
import { contractWords } from './words';

interface DeliveriesProps {
  readonly contract: Contract;
  readonly organizationId: string;
  readonly onRecorded: () => void;
}

/** What has come of a signed contract so far, and the next delivery. */
export function Deliveries({ contract, organizationId, onRecorded }: DeliveriesProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const [recorded, setRecorded] = useState<ContractLine | null>(null);
  const { deliveries, lines, status } = contract;
  const unitOf = (lineId: string) => lines.find(({ id }) => id === lineId)?.commodity;
  const mine = lines.filter(({ supplier, buyer }) => [supplier.id, buyer.id].includes(organizationId));
  if (status !== 'SIGNED' && deliveries.totalCount === 0) return null;
  return (
    <Card>
      <h2 className={styles.title}>{words.deliveries}</h2>
      {deliveries.totalCount === 0 && <p>{words.noDeliveries}</p>}
      <ul className={styles.deliveries}>
        {deliveries.nodes.map(({ id, deliveredOn, quantityKg, acceptedKg, note, line, recordedBy }) => {
          const unit = unitOf(line.id);
          return (
            <li key={id}>
              <strong>{dayText(deliveredOn, language)}</strong>{' '}
              {unit &&
                words.accepted(quantityText(acceptedKg, unit, language), quantityText(quantityKg, unit, language))}
              <small>
                {recordedBy.name}
                {note && `: ${note}`}
              </small>
            </li>
          );
        })}
      </ul>
      {status === 'SIGNED' &&
        mine.map((line) => (
          <Button key={line.id} onClick={() => setRecorded(line)}>
            {words.recordDelivery}
            {mine.length > 1 && ` (${nameIn(language, line.commodity)})`}
          </Button>
        ))}
      {recorded && (
        <DeliveryDialog
          contractId={contract.id}
          line={recorded}
          onClose={() => setRecorded(null)}
          onRecorded={() => {
            setRecorded(null);
            onRecorded();
          }}
        />
      )}
    </Card>
  );
}
