import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

interface RowOptions {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Height in CSS pixels that a row has before it was seen. */
  readonly guess: (index: number) => number;
}

export interface VirtualRows {
  /** Of the element around the rows. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly items: readonly VirtualItem[];
  /** Height of all rows. */
  readonly height: number;
  /** Where the list begins on the page; `start` of an item counts from the top of the page. */
  readonly top: number;
  /** Ref of each row: its real height is measured. */
  measure(element: HTMLDivElement | null): void;
  /** The row that has the focus stays in the document, wherever the page is scrolled to. */
  keep(index: number | undefined): void;
}

/** The rows that can be seen of a list as long as the page; the page itself scrolls. */
export function useVirtualRows({ count, keyOf, guess }: RowOptions): VirtualRows {
  const box = useRef<HTMLDivElement>(null);
  const kept = useRef<number | undefined>(undefined);
  const [top, setTop] = useState(0);
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  const options = {
    count,
    getScrollElement: () => window,
    estimateSize: guess,
    getItemKey: keyOf,
    overscan: 8,
    scrollMargin: top,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    measureElement,
    initialRect: { width: innerWidth, height: innerHeight },
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const indexes = defaultRangeExtractor(range);
      const one = kept.current;
      if (one === undefined || one >= count || indexes.includes(one)) return indexes;
      return [...indexes, one].sort((a, b) => a - b);
    },
    onChange: () => draw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLDivElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    const look = () => {
      if (box.current) setTop(Math.round(box.current.getBoundingClientRect().top + scrollY));
    };
    // Whatever is above the list may grow.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    look();
    return () => observer.disconnect();
  }, []);
  return {
    box,
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    top,
    measure: virtualizer.measureElement,
    keep: (index) => {
      kept.current = index;
    },
  };
}
