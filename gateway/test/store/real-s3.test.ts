import { afterAll } from "vitest";
import { obtain } from "../support/servers/obtain.js";
import { startMinio } from "../support/servers/minio.js";
import { startSeaweedfs } from "../support/servers/seaweedfs.js";
import { storeSuite } from "./store-suite.js";

const servers = [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)];
let folders = 0;

for (const server of servers) {
  if (server === null) continue;
  afterAll(() => server.stop());
  storeSuite(server.name, async (objects) => {
    const folder = `store-${folders++}`;
    await server.put(folder, objects);
    return server.store(folder);
  });
}
