// What was written and has not arrived yet. It survives a dropped line and a reload; the server takes each once.
import { Gone } from "./line.js";

const PAUSE_MS = 2000;

export class Outbox extends EventTarget {
  #key;
  #line;
  #waiting;
  #sending = false;

  constructor(line, person) {
    super();
    this.#line = line;
    this.#key = `chat-waiting:${person}`;
    this.#waiting = read(this.#key);
  }

  get waiting() {
    return this.#waiting;
  }

  put(text, value) {
    const message = { id: newId(), text, value };
    this.#waiting.push(message);
    this.#keep();
    queueMicrotask(() => this.flush());
    return message;
  }

  // Seen in the conversation: it arrived, whether its answer did or not.
  arrived(id) {
    this.#drop(id);
  }

  async flush() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    try {
      while (this.#waiting.length > 0 && await this.#sendFirst());
    } finally {
      this.#sending = false;
    }
  }

  // One at a time and in order. Answers whether to go on at once.
  async #sendFirst() {
    const message = this.#waiting[0];
    this.#tell("sending", message.id);
    try {
      await this.#line.post({
        type: "message",
        text: message.text,
        value: message.value,
        channelData: { clientActivityID: message.id },
      });
      this.#drop(message.id);
      return true;
    } catch (fault) {
      if (isRefused(fault.status)) {
        this.#drop(message.id);
        this.#tell("failed", message.id);
        return true;
      }
      this.#tell("waiting", message.id);
      if (!(fault instanceof Gone)) {
        setTimeout(() => this.flush(), PAUSE_MS);
      }
      return false;
    }
  }

  #drop(id) {
    this.#waiting = this.#waiting.filter(message => message.id !== id);
    this.#keep();
  }

  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#waiting));
    } catch {
      // A full or forbidden store: what waits is still in memory.
    }
  }

  #tell(state, id) {
    this.dispatchEvent(new CustomEvent("sending", { detail: { state, id } }));
  }
}

function isRefused(status) {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
}
