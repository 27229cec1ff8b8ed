import type { Roots } from './shadow-roots.ts';

/** Pauses what plays under the reminder. The answer lets go on what is still as we left it. */
export function pauseMedia(roots: Roots): () => void {
  const playing = roots
    .flatMap((root) => [...root.querySelectorAll<HTMLMediaElement>('video, audio')])
    .filter(({ paused }) => !paused);
  for (const media of playing) media.pause();
  return () => {
    for (const media of playing) {
      // A browser that refuses leaves it paused, with the page's own button to play it.
      if (media.isConnected && media.paused) media.play().catch(() => undefined);
    }
  };
}
