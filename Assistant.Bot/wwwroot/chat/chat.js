// The resident's page: puts the line, the talk, the answer and the voice together.
import { keepFresh } from "/live.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { Question, Talk } from "./talk.js";
import { Voice } from "./voice.js";

const NEAR_END_PX = 160;
const NOTICE_MS = 12000;
const DAY_MS = 30000; // Besides this the day is looked at whenever something is said.

const find = id => document.getElementById(id);
const page = find("chat").dataset;
const words = JSON.parse(find("words-of-page").content.textContent);
const list = find("talk");
const input = find("words");
const newest = find("newest");

const line = new Line(page.person, page.language);
const outbox = new Outbox(line, page.person);
const talk = new Talk(list, find("empty"), words, page);
const question = new Question(find("question"), choose);
const voice = new Voice(find("voice"), words, notice);
const day = find("day");
const lookAtDay = day ? keepFresh(day, day.dataset.day, () => {}, DAY_MS) : () => {};
let isPast = true;
let isFirst = true;

line.addEventListener("anew", () => {
  isPast = true;
  find("log").setAttribute("aria-live", "off");
  talk.clear();
  question.close();
});

// What was said before is shown in silence; from here on each message is announced.
line.addEventListener("past", () => {
  outbox.waiting.forEach(message => talk.showWaiting(message));
  isPast = false;
  isFirst = true;
  requestAnimationFrame(() => find("log").setAttribute("aria-live", "polite"));
});

line.addEventListener("activity", ({ detail: activity }) => {
  if (activity.type === "event" && activity.name === "answered") {
    question.answered(activity.replyToId); // on another telephone, perhaps
    lookAtDay();
  }
  if (activity.type !== "message") {
    return;
  }
  const follow = isNearEnd();
  const item = talk.show(activity);
  if (activity.from?.role === "bot") {
    heard(activity, item);
  } else {
    outbox.arrived(activity.channelData?.clientActivityID);
    question.close();
  }
  if (!isPast) {
    follow ? toEnd() : newest.hidden = false;
  }
});

line.addEventListener("state", ({ detail: state }) => {
  show(state);
  if (state === "here") {
    outbox.flush();
    if (isFirst) {
      isFirst = false;
      toEnd("instant");
    }
  }
});

outbox.addEventListener("sending", ({ detail: { id, state } }) => talk.mark(id, state));

find("write").addEventListener("submit", event => {
  event.preventDefault();
  const text = input.value.trim();
  if (text) {
    input.value = "";
    say(text);
  }
});

newest.addEventListener("click", () => toEnd());
addEventListener("scroll", () => newest.hidden ||= isNearEnd(), { passive: true });

line.run();

function heard(activity, item) {
  const wish = voice.offer(item, line.conversation);
  const choices = activity.suggestedActions?.actions ?? [];
  if (choices.length > 0) {
    question.ask(activity, choices);
  }
  if (!isPast) {
    voice.came(wish);
    lookAtDay();
  }
}

function choose(action, byKeyboard) {
  say(action.displayText ?? action.title, action.value);
  if (byKeyboard) {
    // The pressed button is gone; whoever has no mouse must not fall out of the page.
    input.focus();
  }
}

function say(text, value) {
  question.close();
  talk.showWaiting(outbox.put(text, value));
  toEnd();
}

function isNearEnd() {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  return scrollHeight - clientHeight - scrollTop < NEAR_END_PX;
}

function toEnd(behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth") {
  newest.hidden = true;
  requestAnimationFrame(() => scrollTo({ top: document.documentElement.scrollHeight, behavior }));
}

let shown = "connecting";
let fade = 0;

function show(state) {
  const before = shown;
  shown = state;
  if (state === "here") {
    // After an absence we say that we are back; after the first look nothing needs saying.
    before === "away" ? notice(words["line.here"]) : put("", "here");
  } else if (before !== state) {
    put(words[`line.${state}`], state);
  }
}

function notice(text) {
  put(text, shown === "away" ? "away" : "notice");
  fade = setTimeout(() => shown === "away" || put("", "here"), NOTICE_MS);
}

function put(text, state) {
  clearTimeout(fade);
  const place = find("line");
  place.dataset.state = state;
  place.textContent = text;
}
