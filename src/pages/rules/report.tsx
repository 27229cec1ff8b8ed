import { useLibraryText } from './library-text.ts';
import { Sentence, Sentences } from './sentence.tsx';
import { Sites } from './sites.tsx';

export function ReportPart() {
  const text = useLibraryText();
  return (
    <>
      <h3>{text.say('report.ask')}</h3>
      <Sentence of="why.ask.text" />
      <h3>{text.say('report.channels')}</h3>
      <Sites of={['bkn', 'lapor', 'bawaslu']} />
      <Sentence of="fact.report.ended" />
      <h3>{text.say('report.after')}</h3>
      <Sentences of={['fact.report.flow', 'fact.law.blocking']} />
    </>
  );
}
