// Opens many event streams in a process of its own and tells, for each event, how long after the first client each other had it.
import { request } from "node:http";
import { connect } from "node:net";

const [, , address, count] = process.argv;
const { hostname, port } = new URL(address);
let received = [];
let open = 0;

function listen() {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}api/v1/events`, { agent: false }, (answer) => {
      answer.on("data", (chunk) => {
        if (chunk.includes("event: report")) received.push(performance.now());
      });
      open++;
      resolve();
    });
    asked.on("error", reject);
    asked.end();
  });
}

// One that never reads.
const stalled = connect(Number(port), hostname, () => {
  stalled.write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  stalled.pause();
});
for (let i = 0; i < Number(count); i += 100) {
  await Promise.all(Array.from({ length: Math.min(100, Number(count) - i) }, listen));
}
process.send({ open });
process.on("message", (message) => {
  if (message === "clear") received = [];
  if (message === "tell") {
    const sorted = received.toSorted((a, b) => a - b);
    process.send({
      received: sorted.length,
      p99: (sorted[Math.floor(sorted.length * 0.99)] ?? NaN) - (sorted[0] ?? NaN),
    });
  }
});
