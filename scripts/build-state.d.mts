export function isBuilt(): Promise<boolean>;
export function rememberBuild(): Promise<void>;
