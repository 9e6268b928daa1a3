/**
 * The version of the report format that this code writes. One integer for the whole report.
 *
 * Within a version fields may be added, never changed or removed; readers ignore what they do not
 * know. Decoders upgrade older versions and refuse newer ones with the code `schema-too-new`.
 */
export const SCHEMA_VERSION = 1;
