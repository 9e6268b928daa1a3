import { expect, test, vi } from "vitest";
import { startGateway } from "./support/start-gateway.js";
import { publish, temporaryFolder } from "./support/write-report.js";

test("while it is about to stop it says so, and no request of a client that listens is lost", async () => {
  const folder = await temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask, served } = await startGateway(folder, { drainSeconds: 0.5 });
  let asked = 0;
  // Clients that, like a load balancer, go elsewhere once an answer closes the connection.
  const clients = Array.from({ length: 8 }, async () => {
    for (;;) {
      const { status, headers } = await ask("/api/v1/features/age/stats", {
        headers: { Connection: "keep-alive" },
      });
      expect(status).toBe(200);
      asked++;
      if (headers.connection === "close") return;
    }
  });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(50));
  const stopped = served.stop();
  const ready = await ask("/readyz");
  await Promise.all(clients);
  await stopped;

  expect([ready.status, ready.json()["type"]]).toEqual([503, "/problems/not-ready"]);
  await expect(ask("/livez")).rejects.toThrow("ECONNREFUSED");
});
