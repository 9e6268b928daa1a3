import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** What a screen reader speaks to: takes down what it would voice. */
export interface SpeechServer {
  /** Where it listens, as Speech Dispatcher's clients are told in `SPEECHD_ADDRESS`. */
  address: string;
  /** All that was to be spoken, a phrase each. */
  phrases: string[];
  close(): void;
}

/** What a command is answered; most are only acknowledged. */
function answerTo(command: string): string {
  if (command === "SPEAK") return "230 OK RECEIVING DATA";
  if (/^(CHAR|KEY|SOUND_ICON) /.test(command)) return "225-1\r\n225 OK MESSAGE QUEUED";
  if (command.startsWith("HISTORY GET CLIENT_ID")) return "245-1\r\n245 OK CLIENT ID SENT";
  if (command.startsWith("LIST ")) return "249 OK LIST SENT";
  if (command.startsWith("GET ")) return "251 OK GET RETURNED";
  return command === "QUIT" ? "231 HAPPY HACKING" : "208 OK";
}

/** Text as it is heard: without the marks that tell a client how far it was read. */
const heard = (lines: readonly string[]): string =>
  lines
    .join(" ")
    .replaceAll(/<[^>]*>/g, "")
    .trim();

/** Starts a server of Speech Dispatcher's protocol (SSIP) that is silent. */
export async function startSpeechServer(): Promise<SpeechServer> {
  const phrases: string[] = [];
  const listen = (socket: Socket): void => {
    let text: string[] | null = null;
    createInterface(socket.on("error", () => undefined)).on("line", (line) => {
      if (text === null) {
        socket.write(`${answerTo(line)}\r\n`);
        if (line === "SPEAK") text = [];
      } else if (line === ".") {
        phrases.push(heard(text));
        text = null;
        socket.write("225-1\r\n225 OK MESSAGE QUEUED\r\n");
      } else text.push(line);
    });
  };
  const server = createServer(listen).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return { address: `inet_socket:127.0.0.1:${port}`, phrases, close: () => server.close() };
}
