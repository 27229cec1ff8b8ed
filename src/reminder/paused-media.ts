import { searchRoots } from './shadow-roots.ts';

/**
 * Pauses what plays under the reminder: at once in the document itself, and in its shadow roots after the reminder is
 * painted, in slices, since a long page takes time to search. The answer lets go on what is still as we left it.
 */
export function pauseMedia(): () => void {
  const paused: HTMLMediaElement[] = [];
  const pauseIn = (root: ParentNode) => {
    for (const media of root.querySelectorAll<HTMLMediaElement>('video, audio')) {
      if (media.paused) continue;
      media.pause();
      paused.push(media);
    }
  };
  pauseIn(document);
  const search = searchRoots();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    const { value, done } = search.next();
    if (done) return;
    if (value !== 'break') pauseIn(value);
    timer = setTimeout(goOn);
  };
  // The timer comes behind the frame that it was set in.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(goOn);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    for (const media of paused) {
      // A browser that refuses leaves it paused, with the page's own button to play it.
      if (media.isConnected && media.paused) media.play().catch(() => undefined);
    }
  };
}
