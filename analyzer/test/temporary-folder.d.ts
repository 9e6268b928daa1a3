/** A new empty folder, removed when the calling test has ended; called outside of one, when the tests of its file have. */
export declare function temporaryFolder(): string;
