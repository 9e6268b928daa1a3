import { EventEmitter, once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ByteCache } from "../../src/cache/byte-cache.js";
import type { Representation } from "../../src/files/representation.js";
import { StaticFolder } from "../../src/files/static-folder.js";
import { directoryStore } from "../../src/store/directory-store.js";
import { eventually } from "../support/eventually.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("files of a build are looked at together: none waits for another where each call takes long", async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 20 }, (_, i) => `part-${i}.js`);
  for (const name of names) await writeFile(join(folder, name), `// ${name}`);
  const store = directoryStore(folder);
  const asked: string[] = [];
  const gate = new EventEmitter();
  const opened = once(gate, "open");
  const slow = {
    ...store,
    stat: async (path: string) => {
      asked.push(path);
      await opened;
      return store.stat(path);
    },
  };
  const cache = new ByteCache<Representation>({
    maxBytes: 1e6,
    freshSeconds: 60,
    keepSeconds: 60,
    failureSeconds: 2,
  });
  const build = new StaticFolder(slow, cache).build();

  await eventually(() => expect(asked.toSorted()).toEqual(names.toSorted()));
  gate.emit("open");
  expect(Object.keys((await build).integrity)).toHaveLength(20);
});
