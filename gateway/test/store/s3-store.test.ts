import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { type Fault, startFakeS3 } from "../support/fake-s3.js";
import { S3_OPTIONS, startS3Store } from "./start-s3-store.js";
import { codeOf, storeSuite } from "./store-suite.js";

for (const prefix of ["", "some/prefix"]) {
  storeSuite(`s3 over a fake, prefix ${JSON.stringify(prefix)}`, async (objects) => {
    const keyed = [...objects].map(
      ([path, body]) => [prefix === "" ? path : `${prefix}/${path}`, body] as const,
    );
    const { endpoint } = await startFakeS3(new Map(keyed));
    return s3Store({ ...S3_OPTIONS, prefix, endpoint });
  });
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
    "answers 404 and nothing else, as a proxy does that has nobody behind it",
    (_request, response) => {
      response.writeHead(404).end();
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
    const { fake, get } = await startS3Store();
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
  const { fake, store } = await startS3Store();
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

test("who refuses without saying why, as another protocol or no store at all would, is told by what to check", async () => {
  const { fake, get } = await startS3Store();
  for (const page of ["", "<html>Client sent an HTTP request to an HTTPS server.</html>"]) {
    fake.fault = (_request, response) => {
      response.writeHead(400).end(page);
      return true;
    };
    await expect(get()).rejects.toThrow("correct S3_ENDPOINT_URL, or check S3_ACCESS_KEY and S3_SECRET_KEY");
  }
});

test("a body may take longer than an idle moment, as long as it moves", async () => {
  const { fake, get } = await startS3Store();
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
  const { fake, get, statuses } = await startS3Store();
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
  const { fake, get } = await startS3Store();
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

test("a fault within an answer of 200 to a listing is told in the store's own words", async () => {
  const { fake, store } = await startS3Store();
  fake.fault = (_request, response) => {
    response.end("<Error><Code>InternalError</Code><Message>Please try again</Message></Error>");
    return true;
  };
  const listing = (async () => {
    for await (const name of store.list("runs")) expect(name).toBe("none");
  })();

  await expect(listing).rejects.toThrow("found: InternalError: Please try again");
});

test("errors and addresses never carry the secret", async () => {
  const { fake, store, get } = await startS3Store();
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
