import type { ComponentChildren } from 'preact';

/** Drawn for this page: plain hands and people, filled with the colour of the text. */
function Picture({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="pictogram" viewBox="2 0 60 60" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

type Finger = 'thumb' | 'index' | 'middle' | 'ring' | 'little';
const FINGERS: readonly (readonly [Finger, string])[] = [
  ['index', 'M23 34V9'],
  ['middle', 'M30 34V6'],
  ['ring', 'M37 34V8'],
  ['little', 'M44 36V14'],
];
const PALM = 'M20 33h27v18a8 8 0 0 1-8 8H28a8 8 0 0 1-8-8z';

/** The open hand, seen from the palm; fingers that are not named are folded. */
function Hand({ up, turned = false }: { readonly up: readonly Finger[]; readonly turned?: boolean }) {
  return (
    <Picture>
      <g transform={turned ? 'rotate(180 32 32)' : undefined}>
        <path class="solid" d={PALM} />
        <path class="stroke" d="M23 35v-2M30 35v-3M37 35v-3M44 36v-3" />
        {FINGERS.map(([finger, path]) =>
          up.includes(finger) ? <path key={finger} class="stroke" d={path} /> : null,
        )}
        {up.includes('thumb') ? <path class="stroke" d="M24 49L10 33" /> : <path class="cut" d="M21 44h13" />}
      </g>
    </Picture>
  );
}

const KNUCKLES = 'M26.5 33v12M33.5 33v12M40.5 33v12';

function Fist({ children }: { readonly children?: ComponentChildren }) {
  return (
    <Picture>
      <path class="solid" d={PALM} />
      <path class="stroke" d="M23 35v-3M30 35v-4M37 35v-4M44 36v-3" />
      <path class="cut" d={KNUCKLES} />
      {children}
    </Picture>
  );
}

function Person({ children }: { readonly children: ComponentChildren }) {
  return (
    <Picture>
      <circle class="solid" cx="32" cy="11" r="7" />
      <path class="solid" d="M24 21h16a3 3 0 0 1 3 3v18H21V24a3 3 0 0 1 3-3z" />
      <path class="limb" d="M27 42v18M37 42v18" />
      {children}
    </Picture>
  );
}

export const PICTOGRAMS = {
  index: () => <Hand up={['index']} />,
  thumb: () => (
    <Picture>
      <path class="solid" d="M18 31h25a4 4 0 0 1 0 28H28a10 10 0 0 1-10-10z" />
      <path class="wide" d="M23 36L28 13" />
      <path class="cut" d="M32 38h16M32 45h16M32 52h16" />
    </Picture>
  ),
  two: () => <Hand up={['index', 'middle']} />,
  pistol: () => <Hand up={['thumb', 'index']} />,
  phone: () => <Hand up={['thumb', 'little']} />,
  'finger-heart': () => (
    <Fist>
      <path class="stroke" d="M26 33L36 19M36 33L27 19" />
      <path
        class="solid"
        d="M32 13c-5-4-6-6-4-8 2-1.500 3.500 0 4 1.500C32.500 5 34 3.500 36 5c2 2 1 4-4 8z"
      />
    </Fist>
  ),
  ok: () => (
    <Picture>
      <path class="solid" d={PALM} />
      <circle class="ring" cx="20" cy="25" r="8" />
      <path class="stroke" d="M31 34V7M38 34V8M45 36V13" />
    </Picture>
  ),
  three: () => <Hand up={['index', 'middle', 'ring']} />,
  metal: () => <Hand up={['thumb', 'index', 'little']} />,
  four: () => <Hand up={['index', 'middle', 'ring', 'little']} />,
  five: () => <Hand up={['thumb', 'index', 'middle', 'ring', 'little']} />,
  down: () => <Hand up={['thumb', 'index']} turned />,
  chin: () => (
    <Picture>
      <circle class="line" cx="32" cy="23" r="17" />
      <path class="line" d="M24 27c4 6 12 6 16 0M26 18v1M38 18v1" />
      <path class="stroke" d="M32 59L18 44M32 59l14-15" />
    </Picture>
  ),
  fist: () => <Fist />,
  upright: () => (
    <Person>
      <path class="limb" d="M17 26v20M47 26v20" />
    </Person>
  ),
  pockets: () => (
    <Person>
      <path class="limb" d="M20 25l-7 10 9 8M44 25l7 10-9 8" />
    </Person>
  ),
  crossed: () => (
    <Person>
      <path class="limb" d="M22 25l-6 9M42 25l6 9" />
      <path class="cut" d="M18 36l24-7M46 36l-11-3M29 31l-7-2" />
    </Person>
  ),
} as const;
export type PoseId = keyof typeof PICTOGRAMS;
