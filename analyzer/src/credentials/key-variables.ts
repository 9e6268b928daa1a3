/** Variables of an access key, its secret key and, with temporary keys, their session token; also as files, with `_FILE` after the name. */
export type KeyVariables = readonly [accessKey: string, secretKey: string, sessionToken: string];

/** Those that name the keys of the reports' store and of no other, and those that Amazon's libraries read. */
export const KEY_VARIABLES = {
  own: ["S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_SESSION_TOKEN"],
  amazons: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
} as const satisfies Record<string, KeyVariables>;
