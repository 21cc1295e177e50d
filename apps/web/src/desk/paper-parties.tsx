import { useWords } from '../app/language';
import { contractWords } from '../contracts/words';
import { Button } from '../design/button';
import { Question } from '../design/question';
import { Select } from '../design/select';
import { FindOrganization } from '../registry/find-organization';
import { RolesField } from '../registry/profile-fields';
import { withoutParty, withParty, type AttestDraft } from './attest-draft';
import { attestWords } from './attest-words';
import styles from './desk.module.css';

interface PaperPartiesProps {
  readonly draft: AttestDraft;
  readonly fault: string | undefined;
  readonly onChange: (draft: AttestDraft) => void;
}

/** Who signed the paper, as what, and who leads. */
export function PaperParties({ draft, fault, onChange }: PaperPartiesProps) {
  const words = useWords(attestWords);
  const { parties } = useWords(contractWords);
  return (
    <Question id="paper-parties" title={parties} fault={fault}>
      {draft.parties.map((party) => (
        <fieldset key={party.organization.id} className={styles.party}>
          <legend>{party.organization.name}</legend>
          <RolesField
            roles={party.roles}
            hasTried={fault !== undefined}
            onChoose={(roles) =>
              onChange({ ...draft, parties: draft.parties.map((one) => (one === party ? { ...one, roles } : one)) })
            }
          />
          <Button kind="quiet" onClick={() => onChange(withoutParty(draft, party.organization.id))}>
            {words.leaveOut}
          </Button>
        </fieldset>
      ))}
      {draft.parties.length > 1 && (
        <Select
          label={words.lead}
          value={draft.leadId}
          options={[
            { value: '', label: words.choose },
            ...draft.parties.map(({ organization: { id, name } }) => ({ value: id, label: name })),
          ]}
          onChange={(leadId) => onChange({ ...draft, leadId })}
        />
      )}
      <div className={styles.find}>
        <FindOrganization
          // Who was added leaves an empty search for the next.
          key={draft.parties.length}
          label={words.partyName}
          action={words.addParty}
          none={words.noneFound}
          onChoose={(found) => onChange(withParty(draft, found))}
        />
      </div>
    </Question>
  );
}
