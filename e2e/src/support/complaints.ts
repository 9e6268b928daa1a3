/** What a browser says of requests to a gateway that died, or whose answer was cut off when it did. */
export const OF_A_DEAD_GATEWAY = /ERR_(CONNECTION_\w+|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)/;
