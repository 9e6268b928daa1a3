/** Node's codes where a certificate is not trusted or of another host, or where a server speaks without encryption. */
export const CERTIFICATE_CODES =
  /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
