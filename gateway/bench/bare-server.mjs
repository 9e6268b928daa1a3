// Bare node:http: the same body and the same headers as the gateway's answers.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { bareHandler } from "./bare-handler.mjs";

const [, , path, port, etag, wholeAsJson, notModifiedAsJson] = process.argv;
const answers = { etag, whole: JSON.parse(wholeAsJson), notModified: JSON.parse(notModifiedAsJson) };

createServer(bareHandler({ ...answers, body: readFileSync(path) })).listen(Number(port), "127.0.0.1");
