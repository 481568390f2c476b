// The line to the assistant: Direct Line 3.0. Everything after the watermark, each activity once and in order.
const FIRST_WAIT_MS = 1000;
const MOST_WAIT_MS = 10000;
const SILENCE_MS = 40000; // The server sends an empty frame every 15 s; without any the line is dead, whatever it says.
const POLL_MS = 2000;
const OF_THE_PAST = 60;
const BASE = "/directline/conversations";

export class Gone extends Error {}

export class Line extends EventTarget {
  #person;
  #language;
  #conversation = null;
  #watermark = 0;
  #socket = null;
  #hurry = () => {};

  constructor(person, language) {
    super();
    this.#person = person;
    this.#language = language;
    addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.#hurry());
  }

  get conversation() {
    return this.#conversation;
  }

  async run() {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, MOST_WAIT_MS)) {
      try {
        await this.#begin();
        await this.#lookAll();
        this.#say("here");
        wait = FIRST_WAIT_MS;
        if (!await this.#listen()) {
          await this.#pause(POLL_MS);
          continue;
        }
      } catch (fault) {
        if (fault instanceof Gone) {
          this.#conversation = null;
        }
      }
      this.#say("away");
      await this.#pause(wait * (0.75 + Math.random() / 2));
    }
  }

  // Answers with the activity's id; throws Gone where there is no such conversation any more.
  async post(activity) {
    if (this.#conversation === null) {
      throw new Gone("not begun");
    }
    try {
      return await this.#ask(`${BASE}/${this.#conversation}/activities`, activity);
    } catch (fault) {
      if (!fault.status) {
        this.#socket?.close(); // What cannot be sent will hardly be heard: look at once, and say so.
      }
      throw fault;
    }
  }

  async #begin() {
    if (this.#conversation !== null) {
      return;
    }
    const begun = await this.#ask(BASE, { user: { id: this.#person }, locale: this.#language });
    this.#conversation = begun.conversationId;
    this.#watermark = 0;
    this.dispatchEvent(new Event("anew"));
    this.#take(await this.#ask(`${BASE}/${this.#conversation}/activities?last=${OF_THE_PAST}`));
    this.dispatchEvent(new Event("past"));
  }

  // What came while the line was down may be more than one answer holds.
  async #lookAll() {
    while (this.#take(await this.#ask(`${BASE}/${this.#conversation}/activities?watermark=${this.#watermark}`)) > 0);
  }

  // Ends when the socket does; answers whether it ever stood.
  async #listen() {
    const { streamUrl } = await this.#ask(`${BASE}/${this.#conversation}?watermark=${this.#watermark}`);
    return new Promise(resolve => {
      const socket = this.#socket = new WebSocket(streamUrl);
      let stood = false;
      let watch = 0;
      const ended = () => {
        clearTimeout(watch);
        this.#socket = null;
        resolve(stood);
      };
      const alive = () => {
        clearTimeout(watch);
        watch = setTimeout(() => {
          socket.close();
          ended();
        }, SILENCE_MS);
      };
      socket.onopen = () => {
        stood = true;
        alive();
      };
      socket.onmessage = frame => {
        alive();
        if (frame.data) {
          this.#take(JSON.parse(frame.data));
        }
      };
      socket.onclose = ended;
      alive();
    });
  }

  // The watermark of an activity is the number at the end of its id.
  #take(set) {
    const fresh = set.activities.filter(activity => numberOf(activity) > this.#watermark);
    for (const activity of fresh) {
      this.#watermark = numberOf(activity);
      this.dispatchEvent(new CustomEvent("activity", { detail: activity }));
    }
    return fresh.length;
  }

  async #ask(address, body) {
    const answer = await fetch(address, {
      method: body ? "POST" : "GET",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
      cache: "no-store",
      signal: AbortSignal.timeout(15000),
    });
    if (answer.status === 404) {
      throw new Gone(address);
    }
    if (!answer.ok) {
      throw Object.assign(new Error(`${answer.status}`), { status: answer.status });
    }
    return answer.json();
  }

  #say(state) {
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }

  #pause(ms) {
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer);
        this.#hurry = () => {};
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#hurry = done;
    });
  }
}

export function numberOf(activity) {
  return Number(activity.id.slice(activity.id.lastIndexOf("|") + 1));
}
