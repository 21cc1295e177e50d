import { useState } from 'react';
import { dayText, decimalOf, quantityText } from '../app/amounts';
import { today } from '../app/business-day';
import { useLanguage, useWords } from '../app/language';
import { nameIn } from '../app/names';
import { useMayTrade } from '../app/session';
import { Bar } from '../design/bar';
import { Button } from '../design/button';
import { Card } from '../design/card';
import styles from './deliveries.module.css';
import { DeliveryDialog } from './delivery-dialog';
import { deliveryDaysOf, leftKgOf } from './delivery-draft';
import type { Contract, ContractLine } from './documents';
import { contractWords } from './words';

interface DeliveriesProps {
  readonly contract: Contract;
  readonly organizationId: string;
  readonly onRecorded: () => void;
}

/** What has come of a signed contract so far, what is still to come, and the next delivery. */
export function Deliveries({ contract, organizationId, onRecorded }: DeliveriesProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const mayTrade = useMayTrade();
  const [recorded, setRecorded] = useState<ContractLine | null>(null);
  const { deliveries, lines, status } = contract;
  const mine = lines.filter(({ supplier, buyer }) => [supplier.id, buyer.id].includes(organizationId));
  const isBuyer = (line: ContractLine) => line.buyer.id === organizationId;
  const days = deliveryDaysOf(contract, today());
  // Of a contract on paper it isn't known what is delivered.
  if (lines.length === 0) return null;
  if (status !== 'SIGNED' && deliveries.totalCount === 0 && !days) return null;
  return (
    <Card>
      <h2 className={styles.title}>{words.deliveries}</h2>
      {lines.map((line) => (
        <Progress key={line.id} line={line} />
      ))}
      {deliveries.totalCount === 0 && <p>{words.noDeliveries}</p>}
      <ul className={styles.deliveries}>
        {deliveries.nodes.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} line={lines.find(({ id }) => id === delivery.line.id)} />
        ))}
      </ul>
      {deliveries.totalCount > deliveries.nodes.length && (
        <p>{words.firstDeliveries(deliveries.nodes.length, deliveries.totalCount)}</p>
      )}
      {status === 'SIGNED' && !days && <p>{words.fromThen(dayText(contract.startsOn, language))}</p>}
      <div className={styles.next}>
        {mayTrade &&
          days &&
          mine.map((line) => (
            <Button key={line.id} onClick={() => setRecorded(line)}>
              {isBuyer(line) ? words.receive : words.recordDelivery}
              {mine.length > 1 && ` (${nameIn(language, line.commodity)})`}
            </Button>
          ))}
      </div>
      {recorded && days && (
        <DeliveryDialog
          contractId={contract.id}
          line={recorded}
          isBuyer={isBuyer(recorded)}
          days={days}
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

/** How much of a line has been accepted, and how much is still to come. */
function Progress({ line }: { readonly line: ContractLine }) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const { commodity, quantityKg, acceptedKg } = line;
  const leftKg = leftKgOf(line);
  return (
    <div className={styles.progress}>
      <p>
        {words.acceptedSoFar(
          nameIn(language, commodity),
          quantityText(acceptedKg, commodity, language),
          quantityText(quantityKg, commodity, language),
        )}
        {leftKg > 0 && `, ${words.toCome(quantityText(decimalOf(leftKg), commodity, language))}`}
      </p>
      <Bar share={Math.min(1, Number(acceptedKg) / Number(quantityKg))} />
    </div>
  );
}

interface DeliveryProps {
  readonly delivery: Contract['deliveries']['nodes'][number];
  readonly line: ContractLine | undefined;
}

function Delivery({ delivery, line }: DeliveryProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const { deliveredOn, quantityKg, acceptedKg, grade, note, recordedBy } = delivery;
  const text = (kg: string) => (line ? quantityText(kg, line.commodity, language) : '');
  const returnedKg = Number(quantityKg) - Number(acceptedKg);
  return (
    <li>
      <strong>{dayText(deliveredOn, language)}</strong> {words.accepted(text(acceptedKg), text(quantityKg))}
      {returnedKg > 0 && `, ${words.returned(text(decimalOf(returnedKg)))}`}
      {grade && ` · ${grade}`}
      <small>
        {recordedBy.name}
        {note && `: ${note}`}
      </small>
    </li>
  );
}
