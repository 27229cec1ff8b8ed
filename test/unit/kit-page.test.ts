import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newKitForm, readKitForm } from '../../src/core/kit/form.ts';
import { looksSecret, sourceKeysIn } from '../../src/core/kit/public-keys.ts';
import {
  blankForm,
  embeddedSize,
  type FormValue,
  faultsAt,
  faultsElsewhere,
  formOfJson,
  hasHost,
  nameOf,
  newSource,
  numberOf,
  type Place,
  valueAt,
  withValue,
} from '../../src/pages/kit/form-value.ts';
import { kitOf as kitOfPage } from '../../src/pages/kit/make-kit.ts';
import { fullForm, kitOf, publicKey } from './kit-readers.ts';

const VERSION = '0.1.0';

const filesOf = async (form: unknown) => {
  const kit = await kitOfPage(form, VERSION);
  if ('faults' in kit) throw new Error(JSON.stringify(kit.faults));
  return Object.entries(unzipSync(kit.zip)).map(([path, bytes]) => [path, strFromU8(bytes)]);
};

/** Every field of the page. */
const FIELDS: readonly Place[] = [
  ['agency'],
  ['contact'],
  ...[
    'agencyName',
    'maxLogLevel',
    'maxRetentionDays',
    'disableExport',
    'disableUserPacks',
    'revokedKeys',
  ].map((key) => ['policy', key]),
  ...[0, 1].flatMap((index) =>
    ['url', 'packId', 'signingKeys', 'recoveryKey'].map((key) => ['policy', 'packSources', index, key]),
  ),
  ...['chrome', 'edge', 'firefox'].flatMap((browser) => ['install', 'id'].map((key) => [browser, key])),
  ...['folder', 'version', 'chromiumSha256', 'firefoxSha256'].map((key) => ['host', key]),
];

describe('the kit of the page', () => {
  it.each([
    ['a new form', { ...newKitForm(), agency: 'A' }],
    ['a form with everything', fullForm],
    [
      'values only',
      {
        agency: 'A',
        policy: { maxLogLevel: 0 },
        chrome: { install: 'none' },
        edge: { install: 'none' },
        firefox: { install: 'none' },
      },
    ],
  ])('has the files of the command line: %s', async (_name, form) => {
    expect(await filesOf(form)).toEqual([...(await kitOf(form))]);
  });

  it('is the same when every value was typed into an empty form, in any order', async () => {
    for (const fields of [FIELDS, [...FIELDS].reverse()]) {
      let form: FormValue = withValue(blankForm(), ['policy', 'packSources'], [newSource(), newSource()]);
      for (const place of fields) form = withValue(form, place, valueAt(fullForm, place));
      expect(await filesOf(form)).toEqual([...(await kitOf(fullForm))]);
    }
  });

  it('tells the checksum of its zip, and whether Windows has its files', async () => {
    const kit = await kitOfPage(fullForm, VERSION);
    if ('faults' in kit) throw new Error('faults');
    expect(kit.sha256).toBe(createHash('sha256').update(kit.zip).digest('hex'));
    expect(kit.hasWindows).toBe(true);
    const url = `data:application/json;base64,${'A'.repeat(1_200_000)}`;
    const [first] = fullForm.policy.packSources;
    const large = { ...fullForm, policy: { packSources: [{ ...first, url }] } };
    expect(await kitOfPage(large, VERSION)).toMatchObject({
      hasWindows: false,
      advice: [{ packId: first?.packId, refusal: 'no-signed-pack' }],
    });
  });

  it('is not made of a form with faults', async () => {
    expect(valueAt(blankForm(), ['policy', 'revokedKeys'])).toBeUndefined();
    expect(await kitOfPage(blankForm(), VERSION)).toEqual({ faults: [{ place: 'agency', reason: 'empty' }] });
  });
});

describe('the form of the page', () => {
  it('shows each fault at its field, or above all fields, and none twice', () => {
    const wrong = [
      ...FIELDS.flatMap((place) =>
        [5, '', 'x\ny', [1], {}].map((value) => withValue(fullForm, place, value)),
      ),
      withValue(fullForm, ['policy', 'logTo'], 1),
      withValue(fullForm, ['policy', 'packSources', 0, 'keys'], 'x'),
      withValue(fullForm, ['policy', 'packSources'], 5),
      withValue(fullForm, ['policy', 'packSources', 1], 5),
      withValue(fullForm, ['policy'], 5),
      withValue(fullForm, ['chrome'], 5),
      withValue(fullForm, ['host'], undefined),
      { agency: 'A', chrome: { install: 'none' }, edge: { install: 'none' }, firefox: { install: 'none' } },
    ];
    // The card of lists shows what is wrong with all of them or with one as a whole, the card of the host that it is missing.
    const cards = /^(?:policy\.packSources(?:\[\d+\])?|host)$/;
    let seen = 0;
    for (const form of wrong) {
      const result = readKitForm(form);
      for (const fault of result.ok ? [] : result.faults) {
        const fields = FIELDS.filter((place) => faultsAt([fault], place).length > 0);
        const places = fields.length + faultsElsewhere([fault]).length + Number(cards.test(fault.place));
        expect(`${fault.place} ${places}`).toBe(`${fault.place} 1`);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(60);
  });

  it('takes a value away and gives it back in its place', () => {
    const without = withValue(fullForm, ['policy', 'maxLogLevel'], undefined);
    expect(without.policy).not.toHaveProperty('maxLogLevel');
    expect(JSON.stringify(withValue(without, ['policy', 'maxLogLevel'], 1))).toBe(JSON.stringify(fullForm));
    const noHost = (['folder', 'version', 'chromiumSha256', 'firefoxSha256'] as const).reduce<FormValue>(
      (form, key) => withValue(form, ['host', key], undefined),
      fullForm,
    );
    expect(noHost).not.toHaveProperty('host');
    expect(hasHost(noHost)).toBe(true);
    expect(hasHost(blankForm())).toBe(false);
  });

  it('opens forms only, without names of files that a page cannot read', () => {
    expect(formOfJson(JSON.stringify(fullForm))).toEqual(fullForm);
    expect(formOfJson(`\uFEFF${JSON.stringify(fullForm)}`)).toEqual(fullForm);
    for (const text of ['', '[]', '{', 'null', '5', '{"entities":[]}']) expect(formOfJson(text)).toBeNull();
    const source = { url: 'contoh.jpack', keys: 'keys.public.json' };
    expect(formOfJson(JSON.stringify({ agency: 'A', policy: { packSources: [source, 5] } }))).toEqual({
      agency: 'A',
      policy: { packSources: [{ url: 'contoh.jpack' }, 5] },
    });
  });

  it('reads numbers, and keeps what is none to be told', () => {
    expect(['', ' 30 ', '3x', '-1', '1e3'].map(numberOf)).toEqual([undefined, 30, '3x', '-1', '1e3']);
    expect(nameOf(['policy', 'packSources', 0, 'url'])).toBe('policy.packSources[0].url');
    expect(embeddedSize('data:application/json;base64,e30=')).toBe(3);
    expect(embeddedSize('https://a.go.id/x.jpack')).toBeUndefined();
  });
});

describe('public keys of a file', () => {
  const keys = { packId: 'contoh', signingKeys: [publicKey('a')], recoveryKey: publicKey('b') };

  it('takes the three parts and nothing else', () => {
    expect(sourceKeysIn({ ...keys, note: 'x' })).toEqual(keys);
    expect(sourceKeysIn([keys])).toBe('not-an-object');
    expect(sourceKeysIn({ ...keys, recoveryKey: 5 })).toBe('parts');
  });

  it('knows a secret key by its signs', () => {
    expect(looksSecret(JSON.stringify(keys))).toBe(false);
    expect(looksSecret('{"v":1, "sealed" : "x"}')).toBe(true);
    expect(looksSecret('{"kty":"EC","d":"x"}')).toBe(true);
    expect(looksSecret('-----BEGIN PRIVATE KEY-----')).toBe(true);
    expect(looksSecret('-----BEGIN EC PRIVATE KEY-----')).toBe(true);
    expect(looksSecret('-----BEGIN PUBLIC KEY-----')).toBe(false);
  });
});
