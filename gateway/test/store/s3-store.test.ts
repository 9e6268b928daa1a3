import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type S3Options, s3Store } from "../../src/store/s3-store.js";
import { type Fault, startFakeS3 } from "../support/fake-s3.js";
import { codeOf, storeSuite } from "./store-suite.js";

const options = {
  bucket: "reports",
  prefix: "",
  region: "us-east-1",
  accessKey: "key",
  secretKey: "secret-secret",
};

for (const prefix of ["", "some/prefix"]) {
  storeSuite(`s3 over a fake, prefix ${JSON.stringify(prefix)}`, async (objects) => {
    const keyed = [...objects].map(
      ([path, body]) => [prefix === "" ? path : `${prefix}/${path}`, body] as const,
    );
    const { endpoint } = await startFakeS3(new Map(keyed));
    return s3Store({ ...options, prefix, endpoint });
  });
}

async function started(more: Partial<S3Options> = {}) {
  const fake = await startFakeS3(new Map([["file", Buffer.from("text")]]));
  const statuses: (number | null)[] = [];
  const store = s3Store({
    ...options,
    endpoint: fake.endpoint,
    idleMs: 300,
    deadlineMs: 700,
    onCall: ({ status }) => statuses.push(status),
    ...more,
  });
  const get = () => store.get("file", { maxBytes: 100 });
  return { fake, store, get, statuses };
}

const unreadable: [string, Fault][] = [
  ["never answers", () => true],
  [
    "answers with half a body and then nothing",
    (_request, response) => {
      response.writeHead(200, { "Content-Length": 4 });
      response.write("te");
      return true;
    },
  ],
  [
    "answers drop by drop without end",
    (_request, response) => {
      response.writeHead(200);
      const drop = setInterval(() => response.write("t"), 50);
      response.on("close", () => clearInterval(drop));
      return true;
    },
  ],
  [
    "cuts the body short",
    (_request, response) => {
      response.writeHead(200, { "Content-Length": 4 });
      response.write("te", () => response.destroy());
      return true;
    },
  ],
  [
    "cuts a chunked body short",
    (_request, response) => {
      response.writeHead(200);
      response.write("te", () => response.destroy());
      return true;
    },
  ],
  [
    "closes the connection",
    (request) => {
      request.socket.destroy();
      return true;
    },
  ],
  [
    "refuses without XML",
    (_request, response) => {
      response.writeHead(403).end("no");
      return true;
    },
  ],
  [
    "answers 500",
    (_request, response) => {
      response.writeHead(500).end("<Error><Code>InternalError</Code></Error>");
      return true;
    },
  ],
  [
    "is something else",
    (request) => {
      request.socket.end("220 smtp.example.com ESMTP\r\n");
      return true;
    },
  ],
];

test.each(unreadable)(
  "a store that %s does not answer, and is heard again once it does",
  async (_what, fault) => {
    const { fake, get } = await started();
    fake.fault = fault;

    expect(await codeOf(get())).toBe("store-unreachable");
    fake.fault = null;
    expect(String(await get())).toBe("text");
  },
);

const proxyPage: [string, Fault] = [
  "answers with a page of a proxy",
  (_request, response) => {
    response.end("<html><body>Please sign in.</body></html>");
    return true;
  },
];

test.each([...unreadable, proxyPage])("a store that %s cannot be listed either", async (_what, fault) => {
  const { fake, store } = await started();
  fake.fault = fault;
  const names: string[] = [];
  const list = async () => {
    for await (const { name } of store.list("")) names.push(name);
  };

  expect(await codeOf(list())).toBe("store-unreachable");
  expect(names).toEqual([]);
  fake.fault = null;
  await list();
  expect(names).toEqual(["file"]);
});

test("a body may take longer than an idle moment, as long as it moves", async () => {
  const { fake, get } = await started();
  fake.fault = (_request, response) => {
    response.writeHead(200, { "Content-Length": 4 });
    void (async () => {
      for (const letter of "text") {
        response.write(letter);
        await wait(120);
      }
      response.end();
    })();
    return true;
  };

  expect(String(await get())).toBe("text");
});

test("refusals leave no connection behind, and say when to come back", async () => {
  const { fake, get, statuses } = await started();
  fake.fault = (_request, response) => {
    response.writeHead(503, { "Retry-After": "7" }).end("<Error><Code>SlowDown</Code></Error>".repeat(100));
    return true;
  };

  for (let i = 0; i < 40; i++) {
    const error = await get().catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "store-unreachable", cause: { status: 503, retryAfterSeconds: 7 } });
  }
  fake.fault = null;

  expect(String(await get())).toBe("text");
  expect(fake.connections).toBe(1);
  expect(statuses).toEqual([...Array.from({ length: 40 }, () => 503), 200]);
});

test("a connection that the store closed while it was idle costs one more try, nothing else", async () => {
  const { fake, get } = await started();
  await get();
  let isReset = false;
  fake.fault = (request) => {
    if (isReset) return false;
    isReset = true;
    request.socket.resetAndDestroy();
    return true;
  };

  expect(String(await get())).toBe("text");
  expect(isReset).toBe(true);
});

test("a store that refuses what is not there, as AWS does to who may list one prefix only, is understood", async () => {
  const { fake, store, get } = await started();
  fake.objects.set("secret", Buffer.from("not for the reader"));
  fake.fault = ({ url = "", method }, response) => {
    const isList = url.includes("list-type");
    if (isList || fake.objects.has(url.slice("/reports/".length).replace("secret", ""))) return false;
    const body = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
    response.writeHead(403).end(method === "HEAD" ? undefined : body);
    return true;
  };

  expect(await codeOf(store.get("gone", { maxBytes: 100 }))).toBe("unknown-file");
  expect(await codeOf(store.stat("gone"))).toBe("unknown-file");
  expect(await codeOf(store.get("secret", { maxBytes: 100 }))).toBe("store-unreachable");
  expect(String(await get())).toBe("text");
});

const object = (key: string) =>
  `<Contents><Key>${key}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified><ETag>x</ETag><Size>1</Size></Contents>`;

test("a listing that leads elsewhere or back is refused", async () => {
  const { fake, store } = await started();
  const names = async () => {
    const found: string[] = [];
    for await (const { name } of store.list("a")) found.push(name);
    return found;
  };
  const answer = (contents: string) => {
    fake.fault = (_request, response) => {
      response.end(`<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`);
      return true;
    };
  };

  answer(object("a/1") + object("a/2"));
  expect(await names()).toEqual(["1", "2"]);
  answer(object("a/1") + object("b/2"));
  expect(await codeOf(names())).toBe("store-unreachable");
  answer(object("a/1") + object("a/1"));
  expect(await codeOf(names())).toBe("store-unreachable");
});

test("a listing that goes on for ever without saying anything is given up", async () => {
  const { fake, store } = await started({ deadlineMs: 200 });
  let pages = 0;
  fake.fault = (_request, response) => {
    pages++;
    response.end(
      "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken></ListBucketResult>",
    );
    return true;
  };
  const list = async () => {
    for await (const entry of store.list("a")) expect(entry).toBeUndefined();
  };

  expect(await codeOf(list())).toBe("store-unreachable");
  const asked = pages;
  expect(asked).toBeGreaterThan(1);
  await wait(300);
  expect(pages - asked).toBeLessThanOrEqual(1);
});

test("a store that sends its readers elsewhere is not followed", async () => {
  const elsewhere = await startFakeS3(new Map([["file", Buffer.from("elsewhere")]]));
  for (const status of [301, 302, 307, 308]) {
    const { fake, get, store } = await started();
    fake.fault = (_request, response) => {
      response.writeHead(status, { Location: `${elsewhere.endpoint.origin}/reports/file` }).end();
      return true;
    };
    const list = async () => {
      for await (const entry of store.list("")) expect(entry).toBeUndefined();
    };

    expect([status, await codeOf(get())]).toEqual([status, "store-unreachable"]);
    expect([status, await codeOf(list())]).toEqual([status, "store-unreachable"]);
  }
  expect(elsewhere.calls).toBe(0);
});

test("a compressed answer is not unpacked, so no bomb goes off", async () => {
  const { fake, store } = await started();
  const bomb = gzipSync(Buffer.alloc(100_000_000));
  fake.fault = (_request, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip", "Content-Length": bomb.length }).end(bomb);
    return true;
  };

  expect((await store.get("file", { maxBytes: bomb.length })).equals(bomb)).toBe(true);
  expect(await codeOf(store.get("file", { maxBytes: bomb.length - 1 }))).toBe("document-invalid");
});

test("only as many pages are asked for as are read", async () => {
  const { fake, store } = await started();
  for (let i = 0; i < 5000; i++) fake.objects.set(`many/${String(i).padStart(5, "0")}`, Buffer.from("x"));
  const names: string[] = [];
  for await (const { name } of store.list("many")) names.push(name);
  const before = fake.lists;
  for await (const { name } of store.list("many")) {
    names.push(name);
    break;
  }

  expect([names.length, names[10], names[5000]]).toEqual([5001, "00010", "00000"]);
  expect(before).toBe(5);
  expect(fake.lists).toBe(6);
});

test("errors and addresses never carry the secret", async () => {
  const { fake, store, get } = await started();
  fake.fault = (_request, response) => {
    response
      .writeHead(403)
      .end("<Error><Code>SignatureDoesNotMatch</Code><Message>secret-secret</Message></Error>");
    return true;
  };
  const error = await get().catch((error: unknown) => error);

  expect(store.address).toBe(`${fake.endpoint.origin}/reports`);
  expect(JSON.stringify(error)).not.toContain("secret-secret");
});
