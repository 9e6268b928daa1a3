import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { readMysqlAddress } from "../../../../src/dataset/download/mysql/mysql-address.js";
import { temporaryFolder } from "../../../temporary-folder.js";

const folder = temporaryFolder();

test("host, port, database, table, and what is usual for the rest", () => {
  expect(readMysqlAddress("mysql://host/credit?table=scores", {})).toEqual({
    shown: "mysql://host/credit?table=scores",
    host: "host",
    port: 3306,
    user: null,
    password: null,
    database: "credit",
    rows: { table: "scores" },
    encryption: "none",
    authorities: null,
    timeout: 300,
  });
});

test("everything can be given, in percent encoding, and the query is not shown in faults", () => {
  const address =
    "mysql://us%40er:p%2Fw%3A1@[::1]:3307/%E5%BA%93%2F1?query=SELECT a+1 FROM t WHERE b = '100%25'&ssl=verify&timeout=60";
  expect(readMysqlAddress(address, { MYSQL_USER: "other", MYSQL_PASSWORD: "other" })).toEqual({
    shown: "mysql://[::1]:3307/%E5%BA%93%2F1",
    host: "::1",
    port: 3307,
    user: "us@er",
    password: "p/w:1",
    database: "库/1",
    rows: { query: "SELECT a+1 FROM t WHERE b = '100%'" },
    encryption: "verified",
    authorities: null,
    timeout: 60,
  });
});

test("user, password and authorities come from the environment where the address lacks them", () => {
  const [secret, authority] = [join(folder, "secret"), join(folder, "authority.pem")];
  writeFileSync(secret, "from a file\n");
  writeFileSync(authority, "PEM");
  const address = "mysql://host/credit?table=scores&ssl=verify";
  expect(readMysqlAddress(address, { MYSQL_USER: "reader", MYSQL_PASSWORD: "word" })).toMatchObject({
    user: "reader",
    password: "word",
  });
  expect(readMysqlAddress(address, { MYSQL_PASSWORD_FILE: secret, MYSQL_SSL_CA: authority })).toMatchObject({
    password: "from a file",
    authorities: "PEM",
  });
  for (const name of ["MYSQL_PASSWORD_FILE", "MYSQL_SSL_CA"]) {
    expect(() => readMysqlAddress(address, { [name]: join(folder, "absent") })).toThrow(
      expect.objectContaining({ code: "invalid-configuration", message: expect.stringContaining(name) }),
    );
  }
});

test.each([
  ["mysql://user:secret@host", /expected a host and a database, found another address/],
  ["mysql://user:secret@host/", /expected a host and a database/],
  ["mysql://user:secret@host/a/b?table=t", /expected a host and a database/],
  ["mysql:///a?table=t", /expected a host and a database/],
  ["mysql://user:secret@host/a", /found neither\. Name a table by \?table=/],
  ["mysql://user:secret@host/a?table=", /found neither/],
  ["mysql://user:secret@host/a?table=t&query=SELECT 1", /expected a table or a query, found both/],
  ["mysql://user:secret@host/a?table=t&table=u", /found table twice/],
  ["mysql://user:secret@host/a?tabel=t", /each once, found tabel/],
  ["mysql://user:secret@host/a?table=t&ssl=maybe", /expected ssl=true, ssl=verify or ssl=false/],
  ["mysql://user:secret@host/a?table=t&timeout=0", /expected timeout in whole seconds/],
  ["mysql://user:secret@host/a?table=100%", /expected table in percent encoding/],
  ["mysql://user:secret%@host/a?table=t", /expected the password in percent encoding/],
  ["mysql://user:secret@host/a?table=t#u", /expected no #, found one/],
  // Cut at another place than was meant.
  ["mysql://user:secret/1@host/a?table=t", /mysql:\/\/…: expected a host and a database/],
  ["mysql://user:42/secret@host/a?table=t", /mysql:\/\/…: expected a host and a database/],
  ["mysql://user:secret?1@host/a?table=t", /mysql:\/\/…: expected a host and a database/],
  ["mysql://user:secret#1@host/a?table=t", /mysql:\/\/…: expected no #/],
])("%s is refused, and no part of a password is told", (address, message) => {
  let error: unknown;
  try {
    readMysqlAddress(address, {});
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code: "input-unreadable", message: expect.stringMatching(message) });
  expect(inspect(error)).not.toMatch(/secret|42/);
});
