import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** A secret as Kubernetes mounts it: files are links into a folder `..data`, itself a link that is replaced when the secret changes. */
export interface MountedSecret {
  /** Where the program finds a key of the secret. */
  pathOf: (key: string) => string;
  /** Puts other values in place of all that there were, as the kubelet does. */
  change: (values: Record<string, string>) => Promise<void>;
}

export async function mountedSecret(values: Record<string, string>): Promise<MountedSecret> {
  const folder = temporaryFolder();
  let version = 0;
  const change = async (values: Record<string, string>): Promise<void> => {
    const old = `..version-${version}`;
    const fresh = `..version-${++version}`;
    await mkdir(join(folder, fresh));
    for (const [key, value] of Object.entries(values)) await writeFile(join(folder, fresh, key), value);
    await symlink(fresh, join(folder, "..data_tmp"));
    await rename(join(folder, "..data_tmp"), join(folder, "..data"));
    await rm(join(folder, old), { recursive: true, force: true });
  };
  await change(values);
  for (const key of Object.keys(values)) await symlink(join("..data", key), join(folder, key));
  return { pathOf: (key) => join(folder, key), change };
}
