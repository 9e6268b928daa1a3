import { connect } from "node:net";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

test.each([
  ["3f2b8c1e-ingress.42:7", true],
  ["x".repeat(65), false],
  ["a b", false],
  ['"}', false],
])("a problem has the id that a proxy gave to the request, where it is one: %s", async (id, isTaken) => {
  const { ask } = await startGateway(temporaryFolder());

  const problem = await ask("/nothing", { headers: { "X-Request-Id": id } });
  const { instance } = problem.json();

  expect(instance === id).toBe(isTaken);
  expect(problem.headers["x-request-id"]).toBe(instance);
  expect(instance).toMatch(/^[\w.:-]{1,64}$/);
});

test("an address that there is not is unknown by any method", async () => {
  const { ask } = await startGateway(temporaryFolder());

  for (const method of ["GET", "POST", "DELETE", "PROPFIND", "TRACE", "MKCOL"]) {
    const answer = await ask("/nowhere", { method });
    expect([method, answer.status, answer.json()["type"]]).toEqual([
      method,
      404,
      "/problems/unknown-address",
    ]);
    expect(answer.headers.allow).toBeUndefined();
  }
});

test("a request that is none is no fault of the gateway's: nothing is logged", async () => {
  const { served, events } = await startGateway(temporaryFolder());
  const { port, hostname } = new URL(served.address);
  const before = events.length;

  for (const encoding of ["chunked, identity", "xchunked", "chunked\r\nContent-Length: 5"]) {
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /hooks/refresh HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: ${encoding}\r\n\r\n0\r\n\r\n`,
    );
    const answer = String(Buffer.concat(await socket.toArray()));
    expect([encoding, answer.slice(0, 15)]).toEqual([encoding, "HTTP/1.1 400 Ba"]);
  }

  expect(events.slice(before)).toEqual([]);
});

test("a probe of a gateway that is not ready yet, or about to stop, is no failure; one of the store is, of the store", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, events, gateway, refresh } = await startGateway(folder, { store });
  const file = "/api/v1/pipelines/credit/features/age/statistics.json";
  const logged = () =>
    events.filter(({ message }) => message === "a request failed").map(({ level }) => level);

  gateway.draining.isDraining = true;
  expect((await ask("/readyz")).json()["type"]).toBe("/problems/not-ready");
  expect(logged()).toEqual([]);

  gateway.draining.isDraining = false;
  state.isDown = true;
  await refresh();
  expect((await ask(file)).status).toBe(503);
  expect(logged()).toEqual(["warn"]);
});

test("a gateway that could not read its store yet logs that once, not with each probe and request", async () => {
  const { store, state } = breakableStore(directoryStore(temporaryFolder()));
  state.isDown = true;
  const { ask, events } = await startGateway("", { store });

  for (const path of ["/readyz", "/api/v1/pipelines", "/readyz"]) {
    const answer = await ask(path);
    expect([answer.status, answer.json()["type"]]).toEqual([503, "/problems/store-unreachable"]);
  }
  expect(events.map(({ message }) => message)).toEqual(["the store does not answer"]);
});
