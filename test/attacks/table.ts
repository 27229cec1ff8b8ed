/** Shows that an attack fails. A house test looks for each in the files. */
export interface Evidence {
  /** Path in the repository. */
  readonly file: string;
  /** Title of a test as its file has it, with the titles around it: `outer > inner`. */
  readonly test: string;
  /** Where the title has a place for it (`%s`): what stands in that place, as the file has it. */
  readonly row?: string;
}

export interface Attack {
  /** What somebody tries. */
  readonly attack: string;
  /** What comes of it. */
  readonly outcome: string;
  readonly evidence: readonly Evidence[];
}

export interface AttackGroup {
  readonly title: string;
  readonly attacks: readonly Attack[];
}

type Shown = readonly [test: string, row?: string];
const within =
  (file: string) =>
  (attack: string, outcome: string, ...shown: readonly Shown[]): Attack => ({
    attack,
    outcome,
    evidence: shown.map(([test, row]) => ({ file, test, ...(row === undefined ? {} : { row }) })),
  });
const also = (attack: Attack, ...more: readonly Attack[]): Attack => ({
  ...attack,
  evidence: [attack, ...more].flatMap(({ evidence }) => evidence),
});

const trust = within('test/unit/pack-trust.test.ts');
const channel = within('test/unit/signed-packs.test.ts');
const lost = within('test/unit/lost-packs.test.ts');
const lostInChromium = within('test/browser/lost-packs.spec.ts');
const host = within('test/unit/pack-host.test.ts');
const address = within('test/unit/pack-address.test.ts');
const recovery = within('test/unit/pack-recovery.test.ts');
const policy = within('test/unit/policy.test.ts');
const gate = within('test/unit/change-gate.test.ts');
const browser = within('test/browser/pack-channel.spec.ts');

const FILE = 'arbitrary content > a file %s';
const OTHER_HOST = 'hosts that behave badly: the last good release stays > %s: %s';

/** What somebody may try with a signed list, its host, its keys or its link. */
export const ATTACKS: readonly AttackGroup[] = [
  {
    title: 'A file that the publisher did not sign',
    attacks: [
      trust('signed by a stranger', 'refused', [FILE, 'signed by a stranger']),
      trust('no signature', 'refused', [FILE, 'with no signature']),
      trust('garbage in place of a signature', 'refused', [FILE, 'with garbage for a signature']),
      trust('the signature of another file', 'refused', [FILE, 'with the signature of another file']),
      trust('signed without the prefix of lists', 'refused', [FILE, 'signed without the prefix']),
      trust('a signature that was made for a recovery statement', 'refused', [
        FILE,
        'signed under the prefix of a recovery statement',
      ]),
      trust('signed by the recovery key itself', 'refused', [FILE, 'signed by the recovery key']),
      also(
        trust('signed by a key that policy or extension revoked', 'refused; what it signed goes', [
          'a stolen signing key > a key revoked by the policy or by the extension signs nothing, and the policy may take that back',
        ]),
        channel('', '', ['what was stored > a key that the policy revokes takes its release with it']),
      ),
      trust('one key signs twice where two are needed', 'refused', [
        'threshold > one key that signs twice is one signer',
      ]),
      trust('one of two needed keys signs alone', 'refused', ['threshold > two of three sign']),
      trust('a threshold that no keys can reach', 'refused', [
        'threshold > more signatures than keys cannot be asked for, nor the same key twice',
      ]),
      trust('five signatures, to cost time', 'refused before one is looked at', [
        FILE,
        'with five signatures',
      ]),
      trust('a key that is no point of the curve', 'verifies nothing', [
        'a stolen signing key > statements and keys that are no such thing are refused',
      ]),
      trust('one byte changed, 20,000 times (2,000 in `npm test`)', 'none accepted with other content', [
        'arbitrary content > changes of one byte: none is accepted with other content',
      ]),
    ],
  },
  {
    title: 'Another thing than it says',
    attacks: [
      trust('a list with another id', 'refused', [FILE, 'of another pack']),
      trust('another type of content', 'refused', [FILE, 'of another type']),
      trust('another version of the format', 'refused', [FILE, 'of another format']),
      trust('one more field around the payload', 'refused', [FILE, 'with one more field around it']),
      trust('a setting in the payload', 'refused', [FILE, 'with a setting in it']),
      trust('a pattern to match with', 'refused', [FILE, 'with a pattern']),
      trust('a prototype for our objects', 'refused', [FILE, 'with a prototype']),
      trust(
        'a fraction, zero or an unsafe number for the number',
        'refused',
        [FILE, 'with half a number'],
        [FILE, 'with number 0'],
        [FILE, 'with a number beyond all'],
      ),
      trust(
        'expires before it was issued, or on a day that is none',
        'refused',
        [FILE, 'that expires before it was issued'],
        [FILE, 'with a day that is none'],
      ),
      trust('signed bytes that are no JSON', 'refused', [FILE, 'that is no JSON']),
    ],
  },
  {
    title: 'A publisher who signs harm',
    attacks: [
      channel(
        'an emptied list, or one that lost more than half',
        'waits for the person',
        ['poison > an emptied list, and one that loses more than half'],
        ['poison > an empty first release waits too'],
      ),
      gate('words that stand in ordinary posts', 'waits for the person, or is refused', [
        'the gate > holds or refuses a pack with ordinary words: %s',
      ]),
      trust('50,001 entries', 'refused', ['arbitrary content > a file with 50,001 entries']),
      trust('a name of two letters', 'refused', [FILE, 'with a name of two letters']),
      trust('one id for two entries', 'refused', [FILE, 'with an id twice']),
      trust('markup for a name', 'refused', [FILE, 'with markup for a name']),
      trust(
        'a link, or a sign that turns the direction, in a text',
        'refused',
        [FILE, 'with a link for a title'],
        [FILE, 'with a title that turns the direction'],
      ),
      channel('ids of another list', 'refused', ['poison > ids of another list are refused']),
    ],
  },
  {
    title: 'Old releases again, and two at once',
    attacks: [
      also(
        trust('a release with a lower number', 'refused', [
          'older and doubled releases > an older number is refused',
        ]),
        browser('', '', [
          'signed lists from a host, in %s > what is no list, older, redirected or not allowed changes nothing, and is said',
        ]),
      ),
      trust('a release of an earlier epoch', 'refused', [
        'older and doubled releases > an older epoch is refused',
      ]),
      trust(
        'a release of an earlier epoch, with a statement of the recovery key',
        'refused',
        ['older and doubled releases > the recovery key itself brings no older epoch back'],
        ['older and doubled releases > an older release of a recovered epoch is refused too'],
      ),
      channel('an old release after one of the two memories was lost', 'refused', [
        'what was stored > an old release is refused after %s was lost',
      ]),
      trust('an old release after both were lost', 'refused below the floor of the extension', [
        'older and doubled releases > the floor of the extension holds when everything that was remembered is gone',
      ]),
      channel('an old release while the clock is decades off', 'refused; new ones still come', [
        'age > a clock that is years off brings no old release back and keeps no new one out',
      ]),
      channel(
        'the clock set back, to make an expired release young',
        'only the label may change; it stays in use',
        ['age > an expired release stays in use and is called stale, whatever the clock says later'],
      ),
      also(
        channel(
          'two contents under one number',
          'the first stays; told until the person saw it',
          ['a stolen key > two releases with one number: the first stays, and both hashes are shown'],
          [
            'a stolen key > and that is told until the person saw it, whatever comes meanwhile, and stays in the history',
          ],
        ),
        channel('', '', [
          'a stolen key > two of those that wait are told too, and neither takes effect by itself',
        ]),
        trust('', '', ['older and doubled releases > the same number with other content is an equivocation']),
        browser('', '', [
          'signed lists from a host, in %s > two releases with one number are told until the person saw it, in the popup too',
        ]),
      ),
    ],
  },
  {
    title: 'A host, or a network on the way, that behaves badly',
    attacks: [
      channel('the same old file for ever (freeze)', 'called old, stays in use', [
        'age > a host that serves the same old file for 40 days: stale, and on',
      ]),
      channel(
        'no answer, an error, half a file, another bit: 20 kinds, at three moments',
        'the last good one stays',
        ['hosts that behave badly: the last good release stays > has 20 of them'],
        ['hosts that behave badly: the last good release stays > %s > the host %s'],
      ),
      host(
        '29 more with a real nginx: redirects, codes, cut-off gzip, pages',
        'the last good one stays',
        [OTHER_HOST, '302.jpack'],
        [OTHER_HOST, 'cut-gzip/good.jpack'],
      ),
      host('a host that sends drop by drop', 'given up after 30 s', [
        'hosts that behave badly: the last good release stays > a slow one is given up after half a minute, also in the middle of the file',
      ]),
      channel('data without end', 'cut off past 8 MB', [
        'hosts that behave badly: the last good release stays > an endless answer is cut off',
      ]),
      trust('one byte more than 8 MB', 'refused', [FILE, 'one byte too long']),
      trust(
        'a file that was cut off, is empty, or holds blanks',
        'refused',
        [FILE, 'that was cut off'],
        [FILE, 'that is empty'],
        [FILE, 'of blanks'],
      ),
      trust('a file that is no UTF-8', 'refused', [FILE, 'that is no UTF-8']),
      trust('the page of a portal', 'refused', [FILE, 'that is a page of a portal']),
      host('a certificate of somebody else, or for another name', 'nothing is fetched', [
        'a host with the settings of the kit > is not believed where its certificate is of somebody else, or for another name',
      ]),
    ],
  },
  {
    title: 'A stolen signing key',
    attacks: [
      also(
        trust('the last number there is, so that nothing can follow', 'the recovery key begins a new epoch', [
          'a stolen signing key > fast-forward and own keys, then recovery: every client is restored and both keys are dead',
        ]),
        recovery('', '', [
          'a thief signs the last possible number, a third of the clients see it, and the recovery key begins anew > all are restored within two days, none is ever without a pack, and the old key is dead',
        ]),
        browser('', '', [
          'a key that is changed and then stolen, the commands of the publisher and nginx, in %s > a thief signs the last number there is, and what the agency signs is older',
        ]),
        browser('', '', [
          'a key that is changed and then stolen, the commands of the publisher and nginx, in %s > the recovery key brings the browser back',
        ]),
        browser('', '', [
          'a key that is changed and then stolen, the commands of the publisher and nginx, in %s > the stolen key is dead, and the new one goes on',
        ]),
      ),
      recovery('keys of the thief named as the next ones', 'dead with the stolen one', [
        'a thief signs the last possible number, a third of the clients see it, and the recovery key begins anew > where %s they are restored as soon',
        'he named a key of his own',
      ]),
      trust('an epoch raised without the recovery key', 'refused', [
        'a stolen signing key > cannot raise the epoch',
      ]),
      trust('the recovery statement of another list', 'refused', [
        'a stolen signing key > cannot take the statement of another pack',
      ]),
      trust('the statement left out again', 'refused', ['a stolen signing key > cannot hide the statement']),
      trust(
        'a machine that is new, with a policy that names the stolen key',
        'refused once the statement is out',
        [
          'a stolen signing key > is refused by a client that never heard of anything, with an old policy, once the statement is out',
        ],
      ),
      trust('the dead key named again by a later release', 'stays dead', [
        'a stolen signing key > a dead key stays dead when a later release names it again',
      ]),
      trust('the old key after a planned change of keys', 'refused', [
        'rotation > in two steps: old and new, then new alone',
      ]),
    ],
  },
  {
    title: 'What lies on the disk',
    attacks: [
      also(
        lost(
          'the active file damaged, unreadable or gone',
          'its copy or the one before it is used, said and mended',
          ['whatever the browser lost > the active slot %s, the one before %s, the copy %s'],
        ),
        channel('', '', [
          'what was stored > is verified again: a damaged slot gives way to the release before it, and is mended',
        ]),
      ),
      also(
        lost('the browser loses its whole database', 'the copy is used, said and mended', [
          'whatever the browser lost > a database that is %s: the copy stays in use',
        ]),
        lostInChromium('', '', [
          'a list whose database Chromium loses > stays in use from its copy, offline, and the settings say so',
        ]),
      ),
      lost('and the copy too', 'nothing old comes back; it is said; the next look is at once', [
        'whatever the browser lost > with everything lost but the mark nothing old comes back, and it is said',
      ]),
      lost(
        'a copy that was changed, or is of another list',
        'none',
        ['the copy > with %s is none'],
        ['the copy > of another list does not stand in for this one'],
      ),
      lost(
        'what a stolen key signed lies whole beside a damaged release',
        'does not come back after the recovery',
        ['the copy > and an earlier release that a stolen key signed do not come back after the recovery'],
      ),
      channel('the worker dies while a release is activated', 'the old or the new one, never none', [
        'what was stored > survives kills while a release is activated: the old one or the new one, never none',
      ]),
      channel('the disk is full', 'the old one stays, and it is said', [
        'what was stored > a release that is too large for what is left changes nothing, and says so',
      ]),
    ],
  },
  {
    title: 'Telling people apart, and leading them elsewhere',
    attacks: [
      also(
        address(
          'an address that names somebody: user, query, fragment, odd port, dots',
          'refused before anything is asked',
          ['an address of a list > that %s is none: %j'],
          [
            'whatever somebody writes > what is accepted is the very text that a browser asks for, with nothing in it but host, port and path',
          ],
        ),
        policy('', '', ['the ratchet > lets no address through that could tell one person from another']),
      ),
      also(
        channel(
          'cookies, referrer, language or validators that differ',
          'two profiles ask for the very same bytes',
          ['the channel > asks as everybody else does'],
        ),
        host('', '', [
          'a host with the settings of the kit > sees nothing that tells one client from another, nor whether it came before',
        ]),
        browser('', '', [
          'signed lists from a host, in %s > two profiles ask for the very same, and tell nothing of themselves',
        ]),
      ),
      channel(
        'a link to a file with other keys, or signed by others',
        'leads nowhere',
        ['a link > of other keys than the file names leads nowhere'],
        ['a link > to a file that a stranger signed leads nowhere'],
      ),
      channel(
        'a link or file that takes the place of another list',
        'refused',
        ['a link > to the id of another list is refused'],
        ['a signed file > of a pack that an agency configured, of a stranger, or none at all is refused'],
      ),
      policy(
        'a policy that raises what is collected',
        '100,000 random policies (10,000 in `npm test`): never',
        [
          'the ratchet > never raises what is collected and changes nothing else, whatever the policy and the settings',
        ],
      ),
    ],
  },
];
