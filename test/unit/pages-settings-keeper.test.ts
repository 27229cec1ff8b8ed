import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import { createSettingsKeeper, type Edit } from '../../src/pages/parts/settings-keeper.ts';

const site =
  (id: 'facebook' | 'x', on: boolean): Edit =>
  (old) => ({ ...old, sites: { ...old.sites, [id]: on } });

function setUp(save: (next: Settings, keep: () => void) => Promise<unknown>) {
  const disk = { settings: defaultSettings() };
  const shown: Settings[] = [];
  const keeper = createSettingsKeeper(
    {
      read: async () => disk.settings,
      save: (next) =>
        save(next, () => {
          disk.settings = next;
        }),
    },
    defaultSettings(),
    (settings) => shown.push(settings),
  );
  return { disk, keeper, last: () => shown.at(-1) };
}

describe('settings keeper', () => {
  it('shows a change before it is saved and keeps it after', async () => {
    const { disk, keeper, last } = setUp(async (_, keep) => keep());
    const saved = keeper.change(site('facebook', false));
    expect(last()?.sites.facebook).toBe(false);
    expect(disk.settings.sites.facebook).toBe(true);
    expect(await saved).toBe(true);
    expect(disk.settings.sites.facebook).toBe(false);
    expect(last()?.sites.facebook).toBe(false);
  });

  it('goes back to the stored state when saving fails', async () => {
    const { keeper, last } = setUp(() => Promise.reject(new Error('no worker')));
    expect(await keeper.change(site('facebook', false))).toBe(false);
    expect(last()?.sites.facebook).toBe(true);
  });

  it('calls a save that was answered but not stored a failure', async () => {
    const { keeper, last } = setUp(async () => undefined);
    expect(await keeper.change(site('facebook', false))).toBe(false);
    expect(last()?.sites.facebook).toBe(true);
  });

  it('keeps both of two quick changes', async () => {
    const { disk, keeper, last } = setUp(async (_, keep) => keep());
    const both = [keeper.change(site('facebook', false)), keeper.change(site('x', false))];
    expect(last()?.sites).toEqual({ facebook: false, instagram: true, x: false });
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(disk.settings.sites).toEqual({ facebook: false, instagram: true, x: false });
  });

  it('loses only the change that failed', async () => {
    let saves = 0;
    const { disk, keeper, last } = setUp(async (_, keep) => {
      saves += 1;
      if (saves === 1) throw new Error('no worker');
      keep();
    });
    const both = [keeper.change(site('facebook', false)), keeper.change(site('x', false))];
    expect(await Promise.all(both)).toEqual([false, true]);
    expect(disk.settings.sites).toEqual({ facebook: true, instagram: true, x: false });
    expect(last()?.sites).toEqual({ facebook: true, instagram: true, x: false });
  });

  it('lays a change over what another page stored meanwhile', async () => {
    const { disk, keeper, last } = setUp(async (_, keep) => keep());
    disk.settings = { ...disk.settings, log: 'none' };
    expect(await keeper.change(site('facebook', false))).toBe(true);
    expect(disk.settings.log).toBe('none');
    expect(last()?.log).toBe('none');
  });

  it('keeps showing a change on its way when another page stores something', async () => {
    let finish: () => void = () => undefined;
    const { keeper, last } = setUp(
      (_, keep) =>
        new Promise<void>((resolve) => {
          finish = () => {
            keep();
            resolve();
          };
        }),
    );
    const saved = keeper.change(site('facebook', false));
    await Promise.resolve();
    await Promise.resolve();
    keeper.accept({ ...defaultSettings(), log: 'none' });
    expect(last()?.sites.facebook).toBe(false);
    expect(last()?.log).toBe('none');
    finish();
    expect(await saved).toBe(true);
  });
});
