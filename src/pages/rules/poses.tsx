import { useLibraryText } from './library-text.ts';
import { PICTOGRAMS, type PoseId } from './pictograms.tsx';
import { Sentence } from './sentence.tsx';

/** By the advice for photos; a pose of which sources say nothing, or both, is in neither list. */
export const AVOIDED: readonly PoseId[] = [
  'index',
  'thumb',
  'two',
  'pistol',
  'phone',
  'finger-heart',
  'ok',
  'three',
  'metal',
  'four',
  'five',
  'down',
  'chin',
];
export const FINE: readonly PoseId[] = ['fist', 'upright', 'pockets', 'crossed'];

export function PosesPart() {
  const text = useLibraryText();
  return (
    <>
      <Sentence of="fact.pose.lead" />
      <Sentence of="fact.pose.photo" />
      <h3>{text.say('poses.avoid')}</h3>
      <Poses of={AVOIDED} />
      <h3>{text.say('poses.fine')}</h3>
      <Poses of={FINE} />
    </>
  );
}

function Poses({ of }: { readonly of: readonly PoseId[] }) {
  return (
    <ul class="poses">
      {of.map((pose) => {
        const Pictogram = PICTOGRAMS[pose];
        return (
          <li key={pose} class="card">
            <Pictogram />
            <Sentence of={`fact.pose.${pose}`} />
          </li>
        );
      })}
    </ul>
  );
}
