import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { FeatureProfile } from "../../profile/feature-profile.js";
import { cannotWrite } from "./cannot-write.js";
import { partialPathOf, removePartial } from "./partial-paths.js";

/** The profiles of a run, to be gone through as often as is needed. */
export interface Profiles {
  readonly size: number;
  all: () => Iterable<FeatureProfile> | AsyncIterable<FeatureProfile>;
}

/** Profiles in a file: those of ten thousand features would take hundreds of megabytes of memory, and a verdict needs all of them. */
export class ProfileSpool implements Profiles {
  /** Of the report or reference, as people know it. */
  readonly #beside: string;
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #lengths: number[] = [];

  private constructor(beside: string, path: string, file: FileHandle) {
    this.#beside = beside;
    this.#path = path;
    this.#file = file;
  }

  /** @param beside the file is a hidden sibling of this path @throws FeaturescopeError `store-unreachable` */
  static async create(beside: string): Promise<ProfileSpool> {
    const path = partialPathOf(beside);
    try {
      await mkdir(dirname(path), { recursive: true });
      return new ProfileSpool(beside, path, await open(path, "w+"));
    } catch (error) {
      throw cannotWrite(beside, error);
    }
  }

  get size(): number {
    return this.#lengths.length;
  }

  /** @throws FeaturescopeError `store-unreachable` */
  async add(profile: FeatureProfile): Promise<void> {
    const bytes = serialize(profile);
    try {
      await this.#file.appendFile(bytes);
    } catch (error) {
      throw cannotWrite(this.#beside, error);
    }
    this.#lengths.push(bytes.length);
  }

  /** In the order in which they were added. @throws FeaturescopeError `store-unreachable` */
  async *all(): AsyncGenerator<FeatureProfile> {
    let position = 0;
    for (const length of this.#lengths) {
      yield deserialize(await this.#read(length, position)) as FeatureProfile;
      position += length;
    }
  }

  async #read(length: number, position: number): Promise<Buffer> {
    const { bytesRead, buffer } = await this.#file
      .read(Buffer.allocUnsafe(length), 0, length, position)
      .catch((error: unknown) => {
        throw cannotWrite(this.#beside, error);
      });
    if (bytesRead === length) return buffer;
    throw cannotWrite(
      this.#beside,
      new Error(`what was written beside it is cut off (${this.#path}); look at the disk, and run again`),
    );
  }

  async remove(): Promise<void> {
    await this.#file.close();
    removePartial(this.#path);
  }
}
