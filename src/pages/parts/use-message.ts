import { useEffect, useRef } from 'preact/hooks';
import { browser } from '../../shared/browser.ts';
import type { Message, MessageName } from '../../shared/messages.ts';

/** Calls `heard` whenever another part of the extension tells this page or all of them, while the page is open. */
export function useMessage(name: MessageName, heard: () => void): void {
  const last = useRef(heard);
  last.current = heard;
  useEffect(() => {
    const listen = (message: unknown) => {
      if (((message ?? {}) as Partial<Message>).name === name) last.current();
    };
    browser.runtime.onMessage.addListener(listen);
    return () => browser.runtime.onMessage.removeListener(listen);
  }, [name]);
}
