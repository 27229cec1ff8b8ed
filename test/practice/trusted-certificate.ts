import tls from 'node:tls';

/**
 * From now on `fetch` trusts this certificate besides those that Node brings, and still looks at the name in it. The fetch of
 * Node takes no list of certificates, and reads `NODE_EXTRA_CA_CERTS` at its start only; but it opens its connections by
 * `tls.connect`.
 *
 * @returns takes it back
 */
export function trust(certificate: string): () => void {
  const { connect } = tls;
  const open = connect as (options: tls.ConnectionOptions, done?: () => void) => tls.TLSSocket;
  const withIt: typeof open = (options, done) =>
    open({ ...options, ca: [...tls.rootCertificates, certificate] }, done);
  Object.assign(tls, { connect: withIt });
  return () => {
    Object.assign(tls, { connect });
  };
}
