/** True for the record of a package for another platform than that of the machine which made the lock file. */
export function foreignRecord({ optional, os, cpu, libc }) {
  return Boolean(
    optional && ((os && !os.includes("linux")) || (cpu && !cpu.includes("x64")) || libc?.includes("musl")),
  );
}

/** Optional packages that some package pins and the lock file lacks: `{ name, version, dev }`. */
export function optionalPackages(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const version = /^[~^]?(\d[^ |]*)$/.exec(range)?.[1];
      if (version !== undefined && !isRecorded(lock, path, name))
        missing.set(name, { name, version, dev: entry.dev });
    }
  }
  return [...missing.values()];
}

// npm looks in the package's own node_modules first, then upwards.
function isRecorded(lock, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}
