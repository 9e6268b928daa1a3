/** Answers with given headers and body: nothing is looked up, nothing decided but 304. Headers are names and values in turn. */
export const bareHandler =
  ({ etag, body, whole, notModified }) =>
  (request, response) => {
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, notModified);
      response.end();
      return;
    }
    response.writeHead(200, whole);
    response.end(body);
  };
