import { useState } from 'react';
import { Page } from '../app/page';
import { Bar } from './bar';
import { Button } from './button';
import { Card, Cards, Empty, ItemCard, Waiting } from './card';
import { Check } from './check';
import { Chips } from './chips';
import { Fact, Facts } from './facts';
import { Field } from './field';
import { Foot } from './foot';
import { Notice } from './notice';
import { PillSelect } from './pill-select';
import { Question } from './question';
import { Select } from './select';
import { Several } from './several';
import { Shade, ShareBar } from './share-bar';
import { Stepper } from './stepper';
import { Tag } from './tag';

/** Every component in every state, for who builds pages; in English, as the code is. */
export function DesignPage() {
  const [chosen, setChosen] = useState('20');
  const [many, setMany] = useState<readonly string[]>(['VietGAP']);
  const [picked, setPicked] = useState<readonly string[]>(['One']);
  const [text, setText] = useState('20');
  return (
    <Page title="Design" back="/">
      <Card>
        <h2>Button</h2>
        <p>
          <Button kind="primary">Primary</Button> <Button>Secondary</Button> <Button kind="quiet">Quiet</Button>
        </p>
        <p>
          <Button kind="primary" disabled>
            Disabled
          </Button>{' '}
          <Button disabled>Disabled</Button>
        </p>
      </Card>
      <Notice kind="warn" icon="offline" title="Warning">
        What to know, and go on.
      </Notice>
      <Notice kind="bad" title="Trouble">
        What happened, what was kept, what to do.
      </Notice>
      <Notice kind="good" icon="check" title="Done" />
      <Card>
        <h2>Tag</h2>
        <Tag kind="good">Open</Tag> <Tag kind="warn">Waiting</Tag> <Tag kind="bad">Refused</Tag>{' '}
        <Tag kind="plain">Over</Tag>
      </Card>
      <Card>
        <h2>Facts</h2>
        <Facts>
          <Fact term="Term">What is known of it</Fact>
          <Fact term="Another">
            <strong>What matters more</strong>
          </Fact>
        </Facts>
      </Card>
      <Question id="design-one" title="Question, unanswered" aside="optional">
        <Chips
          name="one"
          label="One of them"
          columns={4}
          chosen={[chosen]}
          onChoose={setChosen}
          chips={['5', '10', '20', '50'].map((value) => ({ value, label: value }))}
        />
      </Question>
      <Question id="design-many" title="Question, answered" done="Answered">
        <Chips
          name="many"
          label="Many of them"
          many
          chosen={many}
          onChoose={(value) => setMany(many.includes(value) ? many.filter((one) => one !== value) : [...many, value])}
          chips={['VietGAP', 'GLOBALG.A.P.', 'OCOP'].map((value) => ({ value, label: value }))}
        />
      </Question>
      <Question id="design-fault" title="Question, with a fault" fault="What is wrong, and how it is mended.">
        <Stepper
          label="Quantity"
          unit="tấn"
          text={text}
          less="Less"
          more="More"
          onType={setText}
          onStep={(direction) => setText(String(Number(text) + direction))}
        />
      </Question>
      <Card>
        <h2>Field</h2>
        <Field label="Plain" defaultValue="Written" />
        <Field label="With a hint and a unit" hint="What it is for" unit="VND/kg" />
        <Field label="With a fault" fault="What is wrong" defaultValue="Wrong" />
        <Select
          label="Select"
          value="b"
          onChange={() => undefined}
          options={[
            { value: 'a', label: 'One' },
            { value: 'b', label: 'Another' },
          ]}
        />
      </Card>
      <Card>
        <h2>Several</h2>
        <Several
          label="Some of many"
          all="All"
          another="Another…"
          chosenLabel="chosen"
          offered={['One', 'Another', 'A third'].map((name) => ({ code: name, nameVi: name, nameEn: name }))}
          chosen={picked}
          onChange={setPicked}
        />
      </Card>
      <Card>
        <h2>Check</h2>
        <Check label="Unchecked" isChecked={false} onCheck={() => undefined} />{' '}
        <Check label="Checked" isChecked onCheck={() => undefined} />{' '}
        <Check label="Disabled" isChecked={false} isDisabled onCheck={() => undefined} />
      </Card>
      <Card>
        <h2>PillSelect</h2>
        <PillSelect
          label="Standing"
          value="a"
          onChange={() => undefined}
          options={[
            { value: 'a', label: 'All' },
            { value: 'b', label: 'One' },
          ]}
        />{' '}
        <PillSelect
          label="Chosen"
          value="b"
          isChosen
          onChange={() => undefined}
          options={[
            { value: 'a', label: 'All' },
            { value: 'b', label: 'One' },
          ]}
        />
      </Card>
      <Card>
        <h2>Bar</h2>
        <Bar share={0.4} />
        <Bar share={0.4} mark={0.5} />
        <h2>Share bar</h2>
        <ShareBar shares={[0.4, 0.25, 0.1]} />
        <ShareBar shares={[0.5, 0.5]} />
        <p>
          <Shade at={0} /> One <Shade at={1} /> Another
        </p>
      </Card>
      <Cards label="Cards">
        <ItemCard title={<strong>A thing</strong>} tag={<Tag kind="good">Open</Tag>}>
          <p>What it is.</p>
        </ItemCard>
        <ItemCard isPending title={<strong>A thing</strong>} tag={<Tag kind="warn">Waiting</Tag>}>
          <p>On this device only.</p>
        </ItemCard>
      </Cards>
      <Waiting label="Waiting" rows={1} />
      <Empty title="Nothing here yet: what comes here">
        <Button kind="primary">The one thing to do</Button>
      </Empty>
      <Foot>
        <Button kind="primary">The one button of a page</Button>
      </Foot>
    </Page>
  );
}
