import tls from 'node:tls';
import { vi } from 'vitest';

/**
 * From now on `fetch` trusts this certificate besides those that Node brings, and still looks at the name in it. The fetch of
 * Node takes no list of certificates; it opens its connections by `tls.connect`. `vi.restoreAllMocks` takes it back.
 */
export function trust(certificate: string): void {
  const connect = tls.connect as (options: tls.ConnectionOptions, done?: () => void) => tls.TLSSocket;
  const withIt: typeof connect = (options, done) =>
    connect({ ...options, ca: [...tls.rootCertificates, certificate] }, done);
  vi.spyOn(tls, 'connect').mockImplementation(withIt as typeof tls.connect);
}
