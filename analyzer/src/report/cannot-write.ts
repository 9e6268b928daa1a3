import { FeaturescopeError } from "../artifact/index.js";

const REASONS: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left",
  ENOENT: "the folder cannot be made there",
  ENOTDIR: "a part of the path is a file",
  EBUSY: "the folder is in use or a mount point; name a folder inside it",
};

/** The error of a path that could not be written: code `store-unreachable`, with the system's reason in words. */
export function cannotWrite(path: string, cause: unknown): FeaturescopeError {
  if (cause instanceof FeaturescopeError) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new FeaturescopeError("store-unreachable", `expected to write ${path}, found: ${reason}`, { cause });
}
