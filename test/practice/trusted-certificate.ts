import tls from 'node:tls';

/**
 * From now on `fetch` trusts this certificate and no other, and still looks at the name in it. The fetch of
 * Node takes no list of certificates, and reads `NODE_EXTRA_CA_CERTS` at its start only; but it opens its connections by
 * `tls.connect`.
 *
 * @returns takes it back
 */
export function trust(certificate: string): () => void {
  const { connect } = tls;
  const open = connect as (options: tls.ConnectionOptions, done?: () => void) => tls.TLSSocket;
  const secureContext = tls.createSecureContext({ ca: certificate });
  const withIt: typeof open = (options, done) => open({ ...options, secureContext }, done);
  Object.assign(tls, { connect: withIt });
  return () => {
    Object.assign(tls, { connect });
  };
}
