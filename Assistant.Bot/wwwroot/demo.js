// The demo's bar without a reload: the button moves the clock for every page that is open.
const EVERY_MS = 3000;
const bar = document.querySelector("[data-demo]");

function show(now) {
  put("[data-demo-time]", now.time);
  put("[data-demo-day]", now.day);
  put("[data-demo-next]", now.next);
  bar.querySelector("button").disabled = !now.hasNext;
}

function put(selector, text) {
  const place = bar.querySelector(selector);
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

async function ask(address, options) {
  const answer = await fetch(address, { ...options, headers: { Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

async function look() {
  if (!document.hidden) {
    // A page that cannot reach the server keeps what it shows; the page itself says so.
    await ask(bar.dataset.demo).then(show).catch(() => {});
  }
}

async function lookForever() {
  await look();
  setTimeout(lookForever, EVERY_MS);
}

if (bar) {
  const form = bar.querySelector("form");
  const button = form.querySelector("button");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (button.getAttribute("aria-busy") === "true") {
      return;
    }
    button.setAttribute("aria-busy", "true");
    try {
      show(await ask(form.action, { method: "POST", body: new FormData(form) }));
      document.dispatchEvent(new CustomEvent("demo-moved"));
    } catch {
      form.submit();
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  document.addEventListener("visibilitychange", look);
  setTimeout(lookForever, EVERY_MS);
}
