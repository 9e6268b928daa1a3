import { codeOf, FeaturescopeError, messageOf } from "../../artifact/index.js";

const REASONS: Record<string, string> = {
  EACCES: "permission denied; allow this user to write there, or write elsewhere",
  EPERM: "permission denied; allow this user to write there, or write elsewhere",
  EROFS: "the file system is read-only; write elsewhere",
  ENOSPC: "no space is left; make room, or write elsewhere",
  // Of folders in a read-only file system, too, where Node makes several at once.
  ENOENT: "the folder cannot be made there, as where all is read-only; write elsewhere",
  ENOTDIR: "a part of the path is a file; correct it",
  EISDIR: "a folder; name a file",
  EBUSY: "the folder is in use or a mount point; name a folder inside it",
};

/** The error of a path that could not be written: code `store-unreachable`, with the system's reason in words and what to do. */
export function cannotWrite(path: string, cause: unknown): FeaturescopeError {
  if (cause instanceof FeaturescopeError) return cause;
  const reason = REASONS[codeOf(cause)] ?? messageOf(cause);
  return new FeaturescopeError("store-unreachable", `expected to write ${path}, found: ${reason}`, { cause });
}
