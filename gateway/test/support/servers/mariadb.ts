import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installDebian } from "../../../../scripts/install-debian.mjs";
import { onPath } from "../../../../scripts/on-path.mjs";
import { certify } from "./certify.js";
import { endProcess } from "./end-process.js";
import { endWithProcess } from "./end-with-process.js";
import { freePorts } from "./free-ports.js";
import { installOnce } from "./install-once.js";
import { runProgram } from "./run-program.js";

/** The server alone: Debian's `mariadb-server` would also start one at once, on the usual port. */
const PACKAGES = ["mariadb-server-core", "mariadb-client-core", "openssl"];
const PROGRAMS = ["mariadbd", "my_print_defaults", "openssl"];

async function install(): Promise<{ server: string; installer: string }> {
  // Not on the path of everybody.
  process.env["PATH"] = `${process.env["PATH"]}:/usr/sbin`;
  if (PROGRAMS.some((program) => onPath(program) === undefined)) {
    await installOnce("mariadb", () => Promise.resolve(installDebian(...PACKAGES)));
  }
  const [server, installer] = [onPath("mariadbd"), onPath("mariadb-install-db")];
  if (server === undefined || installer === undefined) throw new Error("no mariadbd on the PATH");
  return { server, installer };
}

/** A real MariaDB with a data folder of its own, a database `features`, and a user who may do everything in databases. */
export class RealMariadb {
  readonly port: number;
  readonly user = "tester";
  readonly password: string;
  /** Of the authority that certifies it, for the host `localhost`. */
  readonly authority: string;
  readonly #folder: string;
  readonly #child: ChildProcess;

  private constructor(port: number, password: string, folder: string, child: ChildProcess) {
    this.port = port;
    this.password = password;
    this.authority = join(folder, "authority.pem");
    this.#folder = folder;
    this.#child = child;
  }

  /** @param password of its user */
  static async start(password: string): Promise<RealMariadb> {
    const { server, installer } = await install();
    const folder = await mkdtemp(join(tmpdir(), "featurescope-mariadb-"));
    await mkdir(join(folder, "temporary"));
    // It refuses to run as root unless told so.
    const own = [
      "--no-defaults",
      `--user=${userInfo().username}`,
      `--datadir=${join(folder, "data")}`,
      `--tmpdir=${join(folder, "temporary")}`,
    ];
    await runProgram(installer, [...own, "--auth-root-authentication-method=normal", "--skip-test-db"]);
    const user = `'tester'@'127.0.0.1' IDENTIFIED BY '${password.replaceAll(/['\\]/g, "\\$&")}'`;
    await writeFile(
      join(folder, "init.sql"),
      `CREATE DATABASE features CHARACTER SET utf8mb4;\nCREATE USER ${user};\nGRANT ALL ON *.* TO 'tester'@'127.0.0.1' WITH GRANT OPTION;\n`,
    );
    const [port] = await freePorts(1);
    const log = openSync(join(folder, "log"), "a");
    const options = [
      `--socket=${join(folder, "socket")}`,
      `--pid-file=${join(folder, "pid")}`,
      `--port=${port}`,
      `--init-file=${join(folder, "init.sql")}`,
      "--bind-address=127.0.0.1",
      "--skip-name-resolve",
      "--innodb-flush-log-at-trx-commit=0",
      "--innodb-doublewrite=0",
      "--skip-log-bin",
      "--innodb-buffer-pool-size=64M",
    ];
    const { certificate, key, authority } = await certify(folder);
    options.push(`--ssl-cert=${certificate}`, `--ssl-key=${key}`, `--ssl-ca=${authority}`);
    const child = spawn(server, [...own, ...options], {
      stdio: ["ignore", log, log],
    });
    endWithProcess(child);
    for (let i = 0; i < 600 && child.exitCode === null; i++) {
      if (await answers(port!)) return new RealMariadb(port!, password, folder, child);
      await wait(50);
    }
    child.kill("SIGKILL");
    throw new Error(`MariaDB did not get ready: ${await readFile(join(folder, "log"), "utf8")}`);
  }

  /** Ends it, and removes what it wrote. */
  async stop(): Promise<void> {
    await endProcess(this.#child);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Whether it greets; it does once it has run its init file. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.on("data", () => end(true));
    socket.on("error", () => end(false));
    socket.on("close", () => end(false));
    socket.setTimeout(1000, () => end(false));
  });
}
