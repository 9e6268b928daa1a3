import { type Task, TaskStatus } from "@lit-labs/task";

/** What a task came to; null while it runs, after it failed, and before it was ever asked. A task itself keeps its last result. */
export function resultOf<T>(task: Task<never, T> | Task<readonly unknown[], T>): T | null {
  return task.status === TaskStatus.COMPLETE ? (task.value ?? null) : null;
}
