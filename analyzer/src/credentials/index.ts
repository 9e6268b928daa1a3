export { clientCredentials } from "./client-credentials.js";
export { CredentialsError } from "./credentials-error.js";
export { describeCredentials } from "./describe-credentials.js";
export type { Environment } from "./environment.js";
export { NotNow } from "./not-now.js";
export { readStoreCredentials } from "./read-store-credentials.js";
export { type StoreEndpoint, readStoreEndpoint } from "./read-store-endpoint.js";
export { storeFault } from "./store-fault.js";
export type { KeySource, StoreCredentials, StoreKeys } from "./store-credentials.js";
