import type { Fault } from "../support/fake-s3.js";

const isList = (url: string | undefined): boolean => url?.includes("list-type") === true;

const listed = (key: string): string =>
  `<Contents><Key>${key}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified><ETag>x</ETag><Size>1</Size></Contents>`;

/** Answers listings with something, and leaves all else to the store. */
const lists =
  (body: string): Fault =>
  ({ url }, response) => {
    if (!isList(url)) return false;
    response.end(`<ListBucketResult>${body}</ListBucketResult>`);
    return true;
  };

/** What a store may do with a call, beside answering it. */
export const NETWORK_FAULTS: Readonly<Record<string, Fault>> = {
  refuses: (_request, response) => {
    response.writeHead(503, { "Retry-After": "0" }).end("<Error><Code>SlowDown</Code></Error>");
    return true;
  },
  resets: (request) => {
    request.socket.resetAndDestroy();
    return true;
  },
  hangs: () => true,
  truncates: (_request, response) => {
    response.writeHead(200, { "Content-Length": 5000 });
    response.write("{", () => response.destroy());
    return true;
  },
  corrupts: ({ url }, response) => {
    response.end(isList(url) ? "<html></html>" : '{"schemaVersion":1,"mean":666}');
    return true;
  },
  empties: ({ url }, response) => {
    const nothing = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";
    response.end(isList(url) ? nothing : "");
    return true;
  },
  forgets: ({ url }, response) => {
    // One that also denies the entries of its log says what it would say if the runs had been deleted.
    if (url?.includes("_log") === true) return false;
    response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    return true;
  },
  "lists nothing": lists("<IsTruncated>false</IsTruncated>"),
  "lists other folders": lists(`<IsTruncated>false</IsTruncated>${listed("other/file")}`),
  "lists a file twice": ({ url = "" }, response, calls) => {
    const prefix = new URL(url, "http://s3").searchParams.get("prefix") ?? "";
    return lists(listed(`${prefix}x`).repeat(2))({ url } as never, response, calls);
  },
  "lists half a document": lists("<Contents><Key>"),
  "lists pages without end": lists(
    "<IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken>",
  ),
  "lists runs that are not there": ({ url = "" }, response, calls) => {
    const prefix = new URL(url, "http://s3").searchParams.get("prefix") ?? "";
    return lists(listed(`${prefix}0000000000001!credit!r999.json`))({ url } as never, response, calls);
  },
};
