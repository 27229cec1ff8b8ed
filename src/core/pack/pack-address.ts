/** Longest address of a list, in characters. */
export const ADDRESS_LENGTH = 500;

/** Host, port and path. No `@`, `?`, `#`, backslash, blank or capital letter of a host gets past it. */
const PARTS =
  /^https:\/\/([a-z0-9.-]{1,253})(?::([0-9]{1,5}))?((?:\/(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})*)+)$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Browsers read a host as an IPv4 address where its last part is one of these (https://url.spec.whatwg.org/#ends-in-a-number-checker). */
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;
/** Browsers take such a part of a path away, also where it is written with `%2e`. */
const DOTS = /^(?:\.|%2e){1,2}$/i;
/** Not written, or two texts would be one address. */
const USUAL_PORT = 443;

/**
 * Whether a list may come from this address: `https`, the name of a host (a certificate is for a name, so no IP address),
 * perhaps a port, and a path to a file. No user, no query and no fragment: two people must ask for the same, or the host
 * could tell them apart. Every browser reads such an address as exactly this text. Names outside ASCII are written as
 * punycode (`xn--…`); whether such a label is a name only a browser knows, see `isFetchable`.
 */
export function isPackAddress(text: string): boolean {
  if (text.length > ADDRESS_LENGTH) return false;
  const [, host, port, path] = PARTS.exec(text) ?? [];
  if (host === undefined || path === undefined || path === '/') return false;
  const labels = host.split('.');
  return (
    labels.every((label) => LABEL.test(label)) &&
    !NUMBER.test(labels.at(-1) ?? '') &&
    (port === undefined || isPort(port)) &&
    !path.split('/').some((part) => DOTS.test(part))
  );
}

function isPort(text: string): boolean {
  const port = Number(text);
  return !text.startsWith('0') && port <= 65_535 && port !== USUAL_PORT;
}

/** A link of a publisher in its parts. */
export interface PackLink {
  readonly address: string;
  /** SHA-256 of the publisher's keys, hex. */
  readonly fingerprint: string;
}

/** Reads `https://…/x.jpack#k=<fingerprint>`, with blanks around it; undefined for anything else. */
export function readPackLink(link: string): PackLink | undefined {
  const [, address, fingerprint] = /^([^#]+)#k=([0-9a-f]{64})$/.exec(link.trim()) ?? [];
  if (address === undefined || fingerprint === undefined || !isPackAddress(address)) return undefined;
  return { address, fingerprint };
}
