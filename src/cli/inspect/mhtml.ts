/** Pages that Chromium saves as one MHTML file: the page, and its style sheets by the addresses that it names. */

export interface MhtmlPage {
  readonly html: string;
  /** Address that the page was saved from, or undefined. */
  readonly address: string | undefined;
  /** Text of a style sheet by the address in its link. */
  readonly sheets: ReadonlyMap<string, string>;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Header lines, unfolded, up to the first empty line; `body` is what follows. */
function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function decoded({ headers, body }: Part): string {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable': {
      const bytes = body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString('utf8');
    }
    default:
      return Buffer.from(body, 'latin1').toString('utf8');
  }
}

/** The page in an MHTML file, or undefined for any other text. `bytes` holds one byte in each UTF-16 unit. */
export function mhtmlPage(bytes: string): MhtmlPage | undefined {
  const { headers, body } = partOf(bytes);
  const type = headers.get('content-type') ?? '';
  const boundary = /^multipart\/related\b.*\bboundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    return undefined;
  }
  const parts = body
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => partOf(part.replace(/^\r?\n/, '')));
  const typed = (name: string) => parts.filter((part) => part.headers.get('content-type')?.startsWith(name));
  const [page] = typed('text/html');
  return page === undefined
    ? undefined
    : {
        html: decoded(page),
        address: headers.get('snapshot-content-location') ?? page.headers.get('content-location'),
        sheets: new Map(
          typed('text/css').map((part) => [part.headers.get('content-location') ?? '', decoded(part)]),
        ),
      };
}
