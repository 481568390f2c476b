// Shows the coming days while somebody fills in the form. Without a script the button of the form shows the same.
const form = document.querySelector("[data-preview]");
const pause = 500;
let waits;
let asked = 0;

async function look() {
  const mine = ++asked;
  const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok || mine !== asked) {
    return; // Something newer was typed meanwhile, or the house is away: what is shown stays.
  }

  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const said = form.querySelector("[data-said]");
  const says = page.querySelector("[data-says]")?.dataset.says ?? "";
  if (said.textContent !== says) {
    said.textContent = says; // Only a sentence is read aloud; fourteen days at each key would drown the typing.
  }

  document.getElementById("preview").replaceChildren(...page.body.childNodes);
}

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(look, pause);
  });
}
