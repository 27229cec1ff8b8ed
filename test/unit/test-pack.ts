import type { Pack, PackEntity } from '../../src/core/pack/pack.ts';

const examples = { match: ['contoh'], ignore: ['contoh lain'] };

function entity(part: Pick<PackEntity, 'id' | 'role' | 'name'> & Partial<PackEntity>): PackEntity {
  return {
    contest: 'demo',
    aliases: [],
    hashtags: [],
    slogans: [],
    accounts: [],
    source: 'invented',
    confidence: 'in_use',
    examples,
    ...part,
  };
}

/** A valid pack with an invented contest of two tickets, for tests that should not lean on real persons. */
export function testPack(): Pack {
  return {
    id: 'test',
    title: 'Paket uji',
    version: '7',
    source: 'invented',
    contests: [
      {
        id: 'demo',
        kind: 'governor',
        year: 2030,
        region: 'Contoh',
        name: 'Pemilihan contoh',
        phases: [
          { phase: 'fixed', start: '2030-01-01', end: '2030-01-31' },
          { phase: 'campaign', start: '2030-02-01', end: '2030-02-28' },
        ],
        source: 'invented',
      },
    ],
    entities: [
      entity({
        id: 'demo:ticket-1',
        role: 'ticket',
        name: 'Sutrala Wijaksa - Melodra Kencani',
        aliases: [{ text: 'SULAP', kind: 'initials', signal: 'supporting' }],
        ballotNumber: 1,
        hashtags: ['SutralaMaju'],
        slogans: [
          { text: 'Terang bersama', strength: 'weak' },
          { text: 'Sutrala sampai tuntas', strength: 'strong' },
        ],
        accounts: [{ site: 'x', handle: 'TimSutrala' }],
        members: ['demo:sutrala', 'demo:melodra'],
      }),
      entity({
        id: 'demo:sutrala',
        role: 'candidate',
        name: 'Sutrala Wijaksa',
        aliases: [{ text: 'Sutrala', kind: 'nickname' }],
      }),
      entity({
        id: 'demo:melodra',
        role: 'candidate',
        name: 'Melodra Kencani',
        aliases: [{ text: 'Melodra', kind: 'nickname' }],
      }),
      entity({
        id: 'demo:ticket-2',
        role: 'ticket',
        name: 'Bragasta Pinular - Vindara Loka',
        aliases: [{ text: 'BRAVO', kind: 'initials', signal: 'supporting' }],
        ballotNumber: 2,
        hashtags: ['BragastaMaju'],
        slogans: [{ text: 'Maju serentak', strength: 'weak' }],
        accounts: [{ site: 'x', handle: 'TimBragasta' }],
        members: ['demo:bragasta', 'demo:vindara'],
      }),
      entity({
        id: 'demo:bragasta',
        role: 'candidate',
        name: 'Bragasta Pinular',
        aliases: [{ text: 'Bragasta', kind: 'nickname' }],
      }),
      entity({
        id: 'demo:vindara',
        role: 'candidate',
        name: 'Vindara Loka',
        aliases: [{ text: 'Vindara', kind: 'nickname' }],
      }),
      entity({ id: 'demo:team-1', role: 'campaign-team', name: 'Sahabat Sutrala Raya' }),
    ],
    phrases: [],
    exceptions: [{ id: 'demo:street', text: 'Jalan Sutrala', source: 'invented', examples }],
  };
}
