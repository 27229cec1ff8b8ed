import { useLibraryText } from './library-text.ts';
import { Sentences } from './sentence.tsx';
import { Sites } from './sites.tsx';

export function NewsPart() {
  const text = useLibraryText();
  return (
    <>
      <Sentences
        of={[
          'fact.news.source',
          'fact.news.address',
          'fact.news.picture',
          'fact.news.editors',
          'fact.news.sensational',
          'fact.news.mainstream',
          'fact.news.critical',
        ]}
      />
      <h3>{text.say('news.sites')}</h3>
      <Sites of={['turnbackhoax', 'cekfakta', 'infopemilu', 'cekdpt', 'aduankonten']} />
    </>
  );
}
