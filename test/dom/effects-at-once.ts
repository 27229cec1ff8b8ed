import { options } from 'preact';

/** A frame that is still waited for when a file of tests ends would come without a window, and be told as a fault. */
options.requestAnimationFrame = (callback) => queueMicrotask(callback);
