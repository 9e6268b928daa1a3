import { join } from "node:path";
import { runProgram } from "./run-program.js";

/** Files of a certificate that signs itself, for servers on this machine. */
export interface Certificate {
  path: string;
  keyPath: string;
}

/** Makes one in a folder. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const certificate = { path: join(folder, "certificate.pem"), keyPath: join(folder, "key.pem") };
  const how = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const whose = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"];
  const where = ["-keyout", certificate.keyPath, "-out", certificate.path];
  await runProgram("openssl", ["req", ...how, ...whose, ...where]);
  return certificate;
}
