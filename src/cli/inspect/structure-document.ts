/** A document from a structure report, so that an adapter can be run on it. */

import { STRUCTURE_FORMAT } from '../../sites/structure-report.ts';

const DEPTH_LIMIT = 250;
const NAME = /^[a-z][a-z0-9-]*$/;
/** In place of what a report leaves out of an address. */
const STAND_IN = 'nama';

/** Why a text is no structure report that can be used. Who knows the file has the words. */
export class StructureFault extends Error {
  readonly reason: 'json' | 'form' | 'format' | 'site' | 'element' | 'attribute';
  constructor(reason: StructureFault['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * HTML page of a structure report.
 * @throws StructureFault when the text is no such report, or one of another site than `site`.
 */
export function pageOfStructure(text: string, site: string): string {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    throw new StructureFault('json');
  }
  if (typeof report !== 'object' || report === null || !('format' in report) || !('body' in report)) {
    throw new StructureFault('form');
  }
  if (report.format !== STRUCTURE_FORMAT) {
    throw new StructureFault('format');
  }
  if (!('site' in report) || report.site !== site) {
    throw new StructureFault('site');
  }
  return `<!doctype html><html><head></head>${htmlOf(report.body, 0)}</html>`;
}

function htmlOf(node: unknown, depth: number): string {
  if (typeof node === 'string') {
    return escaped(node);
  }
  const [tag, attributes, ...children] = Array.isArray(node) ? node : [];
  const isElement =
    typeof tag === 'string' && NAME.test(tag) && typeof attributes === 'object' && attributes !== null;
  if (!isElement || depth > DEPTH_LIMIT || tag === 'script') {
    throw new StructureFault('element');
  }
  const written = Object.entries(attributes as Record<string, unknown>).map(([name, value]) => {
    if (!NAME.test(name) || typeof value !== 'string' || name.startsWith('on')) {
      throw new StructureFault('attribute');
    }
    return name === 'route'
      ? ` href="${escaped(value.replaceAll('*', STAND_IN))}"`
      : ` ${name}="${escaped(value)}"`;
  });
  const inner = children.map((child) => htmlOf(child, depth + 1)).join('');
  return `<${tag}${written.join('')}>${VOID.has(tag) ? '' : `${inner}</${tag}>`}`;
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'track', 'area', 'col']);

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
