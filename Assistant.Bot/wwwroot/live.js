// Fetches a fragment again and again and replaces only the parts ([data-part]) that changed,
// without taking away the focus or closing what somebody opened.
const EVERY_MS = 3000;
const TIMEOUT_MS = 10000;
const NOTHING_NEW = 304;

// Answers with a function that looks at once.
export function keepFresh(root, address, onConnection, every = EVERY_MS) {
  const known = new Map([...root.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part.outerHTML]));

  let tag = "";

  async function once() {
    if (document.hidden) {
      return;
    }
    try {
      const headers = { Accept: "text/html", ...(tag && { "If-None-Match": tag }) };
      const answer = await fetch(address, { headers, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (answer.status !== NOTHING_NEW) {
        if (!answer.ok) {
          throw new Error(`${answer.status}`);
        }
        show(root, known, await answer.text());
        tag = answer.headers.get("ETag") ?? "";
      }
      onConnection(true);
    } catch {
      onConnection(false);
    }
  }

  async function forever() {
    await once();
    setTimeout(forever, every);
  }

  document.addEventListener("visibilitychange", once);
  document.addEventListener("demo-moved", once);
  setTimeout(forever, every);
  return once;
}

function show(root, known, html) {
  const next = new DOMParser().parseFromString(html, "text/html");
  const parts = [...next.querySelectorAll("[data-part]")];
  const names = new Set(parts.map(part => part.dataset.part));
  for (const old of root.querySelectorAll("[data-part]")) {
    if (!names.has(old.dataset.part)) {
      known.delete(old.dataset.part);
      old.remove();
    }
  }
  let before = null;
  for (const part of parts) {
    const name = part.dataset.part;
    const old = root.querySelector(`[data-part="${name}"]`);
    const html = part.outerHTML;
    if (!old) {
      before === null ? root.prepend(part) : before.after(part);
      part.classList.add("fresh");
      before = part;
    } else if (known.get(name) !== html) {
      before = replace(old, part);
    } else {
      before = old;
    }
    known.set(name, html);
  }
}

// Puts the new part in the place of the old one; returns what stands there then.
function replace(old, part) {
  const open = new Set([...old.querySelectorAll("details[open]")].map(details => details.id));
  const focused = old.contains(document.activeElement) ? document.activeElement.closest("[id]")?.id : null;
  for (const details of part.querySelectorAll("details")) {
    details.open = open.has(details.id);
  }
  if (old.getAttribute("role") === "status") {
    // A live region is heard only when its inside changes; the element itself has to stay.
    old.className = part.className;
    old.replaceChildren(...part.childNodes);
    return old;
  }
  old.replaceWith(part);
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  return part;
}
