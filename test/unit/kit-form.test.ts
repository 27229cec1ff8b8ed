import { describe, expect, it } from 'vitest';
import { newKitForm, readKitForm } from '../../src/core/kit/form.ts';
import { readPolicy } from '../../src/core/settings/policy.ts';
import { fullForm, publicKey } from './kit-readers.ts';

const faultsOf = (value: unknown) => {
  const result = readKitForm(value);
  return result.ok ? [] : result.faults.map(({ place, reason }) => `${place}: ${reason}`);
};
const withPolicy = (policy: unknown) => faultsOf({ ...fullForm, policy });
const withHost = (host: object) => faultsOf({ ...fullForm, host: { ...fullForm.host, ...host } });

describe('the form of a kit', () => {
  it('is taken as it stands, and so is a new one', () => {
    expect(readKitForm(fullForm)).toEqual({ ok: true, form: fullForm });
    expect(faultsOf(newKitForm())).toEqual([]);
  });

  it('has defaults for what is left out', () => {
    expect(readKitForm({ agency: 'A' })).toEqual({
      ok: true,
      form: {
        agency: 'A',
        contact: '',
        policy: {},
        chrome: { install: 'store', id: fullForm.chrome.id },
        edge: { install: 'chrome-store', id: fullForm.chrome.id },
        firefox: { install: 'store', id: fullForm.firefox.id },
        host: undefined,
      },
    });
  });

  it.each([
    ['a quote, markup and signs of every format', '"\'<b>&]]>\\%x%$(x)`', []],
    ['a character of two units', '\u{1F3DB}', []],
    ['60 units', 'a'.repeat(60), []],
    ['61 units', 'a'.repeat(61), ['policy.agencyName: too-long']],
    ['a line end', 'a\nb', ['policy.agencyName: characters']],
    ['a zero', 'a\0b', ['policy.agencyName: characters']],
    ['a line separator', 'a\u2028b', ['policy.agencyName: characters']],
    ['half a character', 'a\ud800b', ['policy.agencyName: characters']],
    ['a sign that turns the direction', 'a\u202eb', ['policy.agencyName: characters']],
    ['what XML cannot hold', 'a\uffffb', ['policy.agencyName: characters']],
    ['blanks', '   ', ['policy.agencyName: invalid']],
    ['nothing', '', ['policy.agencyName: range']],
    ['a number', 5, ['policy.agencyName: type']],
  ])('name of the agency in the policy: %s', (_name, agencyName, faults) => {
    expect(withPolicy({ agencyName })).toEqual(faults);
    // What the kit takes, the extension takes.
    if (faults.length === 0) expect(readPolicy({ agencyName }).faults).toEqual([]);
  });

  it.each([
    ['a line end', 'a\r\nb', ['agency: characters']],
    ['half a character', '\udc00', ['agency: characters']],
    ['121 units', 'a'.repeat(121), ['agency: too-long']],
    ['blanks', ' ', ['agency: empty']],
    ['nothing', '', ['agency: empty']],
    ['none', undefined, ['agency: missing']],
    ['a list', ['a'], ['agency: not-a-text']],
  ])('name of the agency: %s', (_name, agency, faults) => {
    expect(faultsOf({ ...fullForm, agency })).toEqual(faults);
  });

  it.each([
    ['an unknown key', { sendLogTo: 'x' }, ['policy.sendLogTo: unknown']],
    ['a level that is a text', { maxLogLevel: '0' }, ['policy.maxLogLevel: type']],
    ['91 days', { maxRetentionDays: 91 }, ['policy.maxRetentionDays: range']],
    ['a key that is none', { revokedKeys: ['x'] }, ['policy.revokedKeys[0]: key']],
    [
      'a list that stands there twice',
      { packSources: [fullForm.policy.packSources[0], fullForm.policy.packSources[0]] },
      ['policy.packSources[1]: duplicate'],
    ],
    [
      'a list without its keys',
      { packSources: [{ url: 'https://a.go.id/x.jpack', packId: 'a' }] },
      ['policy.packSources[0].signingKeys: missing'],
    ],
    ['a list', [], ['policy: not-an-object']],
    [
      'a source over http',
      { packSources: [{ ...fullForm.policy.packSources[0], url: 'http://a.go.id/x.jpack' }] },
      ['policy.packSources[0].url: address'],
    ],
    [
      'a source with a query',
      { packSources: [{ ...fullForm.policy.packSources[0], url: 'https://a.go.id/x?u=1' }] },
      ['policy.packSources[0].url: address'],
    ],
  ])('policy: %s', (_name, policy, faults) => {
    expect(withPolicy(policy)).toEqual(faults);
  });

  it.each([
    ['http', { folder: 'http://a.go.id/x/' }, ['host.folder: invalid']],
    ['no slash at the end', { folder: 'https://a.go.id/x' }, ['host.folder: invalid']],
    ['a query', { folder: 'https://a.go.id/x/?a/' }, ['host.folder: invalid']],
    ['a name in it', { folder: 'https://user@a.go.id/x/' }, ['host.folder: invalid']],
    ['a quote', { folder: 'https://a.go.id/x"/' }, ['host.folder: invalid']],
    ['a port beyond 65535', { folder: 'https://a.go.id:65536/x/' }, ['host.folder: invalid']],
    ['a label without a letter', { folder: 'https://a..go.id/x/' }, ['host.folder: invalid']],
    ['a way back', { folder: 'https://a.go.id/x/../' }, ['host.folder: invalid']],
    ['an escape', { folder: 'https://a.go.id/%41/' }, ['host.folder: invalid']],
    ['a port', { folder: 'https://a.go.id:8443/x/' }, []],
    ['201 units', { folder: `https://a.go.id/${'a'.repeat(184)}/` }, ['host.folder: too-long']],
    ['this machine', { folder: 'http://127.0.0.1:8080/' }, []],
    ['a folder of this machine', { folder: 'file:///srv/jaga-netral/' }, []],
    ['a version that is none', { version: '1.0-beta' }, ['host.version: invalid']],
    ['a hash in capitals', { chromiumSha256: 'A1'.repeat(32) }, ['host.chromiumSha256: invalid']],
    ['an unknown key', { url: 'x' }, ['host.url: unknown']],
  ])('host: %s', (_name, host, faults) => {
    expect(withHost(host)).toEqual(faults);
  });

  it.each([
    ['no object', [], [': not-an-object']],
    ['null', null, [': not-an-object']],
    ['an unknown key', { ...fullForm, agencyName: 'x' }, ['agencyName: unknown']],
    ['an own server that is not named', { agency: 'A', chrome: { install: 'self' } }, ['host: host-needed']],
    ['Edge from its store without an id', { agency: 'A', edge: { install: 'store' } }, ['edge.id: missing']],
    ['an id that is none', { agency: 'A', chrome: { id: 'x' } }, ['chrome.id: invalid']],
    [
      'an id of Firefox that breaks a path',
      { agency: 'A', firefox: { id: 'a\\b@c' } },
      ['firefox.id: invalid'],
    ],
    [
      'a choice that is none',
      { agency: 'A', firefox: { install: 'chrome-store' } },
      ['firefox.install: choice'],
    ],
    ['a browser that is a text', { agency: 'A', firefox: 'store' }, ['firefox: not-an-object']],
    [
      'nothing to set',
      { agency: 'A', chrome: { install: 'none' }, edge: { install: 'none' }, firefox: { install: 'none' } },
      [': nothing-to-set'],
    ],
    [
      'many at once',
      { policy: { maxLogLevel: 9 }, host: {} },
      ['agency: missing', 'policy.maxLogLevel: range', 'host.folder: missing', 'host.version: missing'],
    ],
  ])('%s', (_name, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it('a prototype in the file changes nothing', () => {
    const form = JSON.parse('{"agency":"A","__proto__":{"policy":{"maxLogLevel":2}}}');
    expect(faultsOf(form)).toEqual(['__proto__: unknown']);
    expect(faultsOf({ agency: 'A', policy: { revokedKeys: [publicKey('a')] } })).toEqual([]);
  });
});
