// Shows the conversation: who said what and when, and the choices of the question that is still open.
import { numberOf } from "./line.js";

export class Talk {
  #list;
  #empty;
  #words;
  #day;
  #time;
  #lastDay = "";
  #mine = new Map();

  constructor(list, empty, words, { language, zone }) {
    this.#list = list;
    this.#empty = empty;
    this.#words = words;
    this.#day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: zone });
    this.#time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", timeZone: zone });
  }

  clear() {
    this.#list.replaceChildren();
    this.#mine.clear();
    this.#lastDay = "";
    this.#empty.hidden = false;
  }

  // Answers with the element; for a word of ours that was only waiting, the same element at its true place.
  show(activity) {
    const clientId = activity.channelData?.clientActivityID;
    const waiting = clientId && this.#mine.get(clientId);
    this.#mine.delete(clientId);
    const isMine = activity.from?.role !== "bot";
    const item = waiting || this.#bubble(isMine, activity.text);
    this.#mark(item, "");
    const at = new Date(activity.timestamp);
    const time = item.querySelector("time");
    time.dateTime = activity.timestamp;
    time.textContent = this.#time.format(at);
    item.dataset.number = numberOf(activity);
    this.#dayOf(at);
    this.#put(item);
    return item;
  }

  // What was just written, before it has arrived.
  showWaiting({ id, text }) {
    const item = this.#bubble(true, text);
    this.#mine.set(id, item);
    this.#put(item);
    return item;
  }

  mark(id, state) {
    const item = this.#mine.get(id);
    if (item) {
      this.#mark(item, this.#words[`sending.${state}`]);
    }
  }

  // Whatever still waits stays below what has arrived.
  #put(item) {
    const firstWaiting = [...this.#mine.values()].find(other => other !== item && other.isConnected);
    this.#list.insertBefore(item, item.dataset.number && firstWaiting ? firstWaiting : null);
    this.#empty.hidden = true;
  }

  #dayOf(at) {
    const day = this.#day.format(at);
    if (day !== this.#lastDay) {
      this.#lastDay = day;
      const item = document.createElement("li");
      item.className = "day";
      item.textContent = day;
      item.dataset.number = "0";
      this.#put(item);
    }
  }

  #bubble(isMine, text) {
    const item = document.createElement("li");
    item.className = isMine ? "said said-mine" : "said";
    item.append(
      part("span", "who", isMine ? this.#words.me : this.#words.bot),
      part("p", "text", text),
      part("time", "when", ""),
      part("span", "state", ""));
    return item;
  }

  #mark(item, state) {
    item.querySelector(".state").textContent = state;
  }
}

export class Question {
  #place;
  #asked;
  #choices;
  #onChoice;
  #id = null;

  constructor(place, onChoice) {
    this.#place = place;
    this.#asked = place.querySelector("#asked");
    this.#choices = place.querySelector("#choices");
    this.#onChoice = onChoice;
  }

  ask({ id, text }, actions) {
    this.#id = id;
    this.#asked.textContent = text;
    this.#choices.replaceChildren(...actions.map(action => {
      const button = part("button", "choice", action.title);
      button.type = "button";
      button.addEventListener("click", press => this.#onChoice(action, press.detail === 0));
      return button;
    }));
    this.#place.hidden = false;
  }

  answered(id) {
    if (id === this.#id) {
      this.close();
    }
  }

  close() {
    this.#id = null;
    this.#place.hidden = true;
    this.#choices.replaceChildren();
  }
}

function part(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
