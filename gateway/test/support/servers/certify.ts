import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.js";

/** Paths of what certifies a server, in PEM. */
export interface Certificate {
  certificate: string;
  key: string;
  /** Of the authority that others must trust. */
  authority: string;
}

/** Certifies the host `localhost` by an authority of its own. @param folder of the files */
export async function certify(folder: string): Promise<Certificate> {
  await writeFile(join(folder, "names"), "subjectAltName=DNS:localhost");
  for (const command of [
    "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout authority.key -out authority.pem",
    "req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr",
    "x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 -extfile names -out server.pem",
  ]) {
    await runProgram("openssl", command.split(" "), {}, folder);
  }
  const path = (name: string): string => join(folder, name);
  return { certificate: path("server.pem"), key: path("server.key"), authority: path("authority.pem") };
}
