import type { FeaturescopeError } from "../../../artifact/index.js";
import { cannotRead } from "../../cannot-read.js";
import type { Database } from "../../database.js";
import type { DownloadedRows } from "../download.js";
import { GrowingCsv, csvCell } from "./growing-csv.js";
import { jsonObjectLine } from "./json-object-line.js";
import type { KeyRecord, RedisRecord } from "./read-records.js";
import type { RedisAddress } from "./redis-address.js";
import { RedisNotes } from "./redis-notes.js";
import { RowFile } from "./row-file.js";
import { textOf } from "./text-of.js";

/** More names than this are no features, but values: of users, say. */
const MOST_COLUMNS = 10_000;

type Hash = Extract<RedisRecord, { type: "hash" }>;

/** Rows of keys, in files: hashes as CSV, as their values are text, and strings that hold JSON objects as JSON lines. */
export class RedisRows {
  readonly #address: RedisAddress;
  readonly #database: Database;
  readonly #hashes: GrowingCsv;
  readonly #objects: RowFile;
  #objectRows = 0;
  readonly #notes = new RedisNotes();
  /** Of fields, by their bytes; null where they are no text. */
  readonly #names = new Map<string, string | null>();

  private constructor(address: RedisAddress, database: Database, hashes: GrowingCsv, objects: RowFile) {
    this.#address = address;
    this.#database = database;
    this.#hashes = hashes;
    this.#objects = objects;
  }

  /** @param database in whose folder the files lie */
  static async create(address: RedisAddress, database: Database): Promise<RedisRows> {
    const hashes = await GrowingCsv.create(database.newPath("rows"));
    return new RedisRows(address, database, hashes, await RowFile.create(database.newPath("jsonl")));
  }

  /** What most keys are, up to now. */
  get likely(): "hash" | "string" {
    return this.#objectRows > this.#hashes.rows ? "string" : "hash";
  }

  /** @throws FeaturescopeError `input-unreadable` where fields are no features */
  async add(records: readonly KeyRecord[]): Promise<void> {
    for (const { key, record } of records) {
      if (record.type === "hash") this.#addHash(key, record);
      else if (record.type === "string") this.#addObject(key, record.value);
      else if (record.type === "none") this.#notes.vanished++;
      else this.#notes.leaveOut(`of type ${record.name}`);
    }
    await this.#hashes.flush();
    await this.#objects.flush();
  }

  /**
   * The file of the rows: of hashes or of JSON objects, whichever are more.
   * @throws FeaturescopeError `input-unreadable` where there are none
   */
  async finish(): Promise<DownloadedRows> {
    await this.#objects.close();
    const [hashes, objects] = [this.#hashes.rows, this.#objectRows];
    const rows = Math.max(hashes, objects);
    if (rows === 0 || this.#notes.vanished > rows) throw this.#noRows(rows);
    if (objects > hashes) {
      await this.#hashes.discard();
      this.#notes.leaveOut("hashes, beside the strings", hashes);
      return this.#downloaded(this.#objects.path, "jsonl");
    }
    const path = this.#database.newPath("csv");
    await this.#hashes.finish(path);
    this.#notes.leaveOut("strings with JSON objects, beside the hashes", objects);
    return this.#downloaded(path, "csv");
  }

  /** Closes the files where something went wrong. */
  async discard(): Promise<void> {
    await this.#objects.close();
    await this.#hashes.discard();
  }

  #addHash(key: Buffer, { fields, values }: Hash): void {
    const { keyColumn } = this.#address;
    const names: string[] = keyColumn === null ? [] : [keyColumn];
    const cells: string[] = keyColumn === null ? [] : [this.#cell(keyColumn, key)];
    for (const [i, field] of fields.entries()) {
      const value = values[i] ?? null;
      if (value === null) continue;
      const name = this.#nameOf(field);
      if (name === null) this.#notes.namelessValues++;
      else if (name === keyColumn) throw this.#keyIsTaken();
      else {
        names.push(name);
        cells.push(this.#cell(name, value));
      }
    }
    this.#hashes.add(names, cells);
    if (this.#hashes.columns > MOST_COLUMNS) {
      throw this.#fault(
        `expected features as fields of hashes, found more than ${MOST_COLUMNS} different ones. Name those that are wanted with --features.`,
      );
    }
  }

  #addObject(key: Buffer, value: Buffer): void {
    const { keyColumn } = this.#address;
    const text = textOf(value);
    const line = text === null ? null : jsonObjectLine(text);
    if (line === null) return this.#notes.leaveOut("strings without a JSON object");
    if (keyColumn === null) this.#objects.add(`${line}\n`);
    else {
      if (Object.hasOwn(JSON.parse(line) as object, keyColumn)) throw this.#keyIsTaken();
      const member = `${JSON.stringify(keyColumn)}:${JSON.stringify(textOf(key))}`;
      this.#objects.add(`${line.replace(/^\{\s*/, `{${member},`).replace(/,\}$/, "}")}\n`);
    }
    this.#objectRows++;
  }

  #cell(name: string, value: Buffer): string {
    const text = textOf(value);
    if (text === null) this.#notes.countBinary(name);
    return csvCell(text ?? "");
  }

  #nameOf(field: Buffer): string | null {
    const bytes = field.toString("latin1");
    let name = this.#names.get(bytes);
    if (name === undefined) this.#names.set(bytes, (name = textOf(field)));
    return name;
  }

  #downloaded(path: string, format: "csv" | "jsonl"): DownloadedRows {
    return { paths: [path], names: [this.#address.shown], format, notes: this.#notes.say() };
  }

  #noRows(rows: number): FeaturescopeError {
    const { vanished, leftOut } = this.#notes;
    if (vanished > rows) {
      return this.#fault(
        `expected keys to stay while they are read, found ${vanished} gone and ${rows} left. Try again; was the server emptied or restarted?`,
      );
    }
    const found = leftOut > 0 ? this.#notes.say().join("; ") : `no key that matches ${this.#address.match}`;
    return this.#fault(
      `expected hashes, or strings that hold a JSON object, found ${found}. Correct match= and the number of the database, or export the rows to a file.`,
    );
  }

  #keyIsTaken(): FeaturescopeError {
    return this.#fault(
      `expected a name for the key that no field has, found the field ${this.#address.keyColumn}. Name another one with key=.`,
    );
  }

  #fault(text: string): FeaturescopeError {
    return cannotRead(this.#address.shown, text);
  }
}
