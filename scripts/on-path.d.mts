export function onPath(...names: string[]): string | undefined;
