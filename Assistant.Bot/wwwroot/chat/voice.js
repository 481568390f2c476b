// Reads messages aloud: one at a press, or each as it comes while the switch is on.
const SPEECH = "/speech";
const NO_VOICE = 501;

export class Voice {
  #switch;
  #words;
  #tell;
  #audio = new Audio();
  #queue = [];
  #now = null;

  constructor(button, words, tell) {
    this.#switch = button;
    this.#words = words;
    this.#tell = tell;
    this.#audio.addEventListener("ended", () => this.#next());
    button.addEventListener("click", () => this.#turn(!this.isOn));
    this.#turn(localStorage.getItem("chat-voice") === "on");
  }

  get isOn() {
    return this.#switch.getAttribute("aria-checked") === "true";
  }

  // Gives a message its own button.
  offer(item, conversation) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hear";
    button.innerHTML = '<svg class="icon" aria-hidden="true"><use href="/chat/icons.svg#sound"/></svg><span></span>';
    const wish = { address: `${SPEECH}/${conversation}/${item.dataset.number}`, button };
    this.#label(button, false);
    button.addEventListener("click", () => this.#now?.button === button ? this.#stop() : this.#play(wish));
    item.append(button);
    return wish;
  }

  // A message that just came.
  came(wish) {
    if (this.isOn) {
      this.#queue.push(wish);
      if (!this.#now) {
        this.#next();
      }
    }
  }

  #turn(on) {
    this.#switch.setAttribute("aria-checked", `${on}`);
    this.#switch.querySelector(".voice-state").textContent = this.#words[on ? "voice.on" : "voice.off"];
    localStorage.setItem("chat-voice", on ? "on" : "off");
    if (!on) {
      this.#stop();
    }
  }

  #next() {
    this.#quiet();
    const wish = this.#queue.shift();
    if (wish) {
      this.#play(wish);
    }
  }

  async #play(wish) {
    this.#quiet();
    this.#now = wish;
    this.#label(wish.button, true);
    try {
      const answer = await fetch(wish.address);
      if (!answer.ok) {
        throw Object.assign(new Error(`${answer.status}`), { status: answer.status });
      }
      const sound = await answer.blob();
      if (this.#now === wish) {
        this.#audio.src = URL.createObjectURL(sound);
        await this.#audio.play();
      }
    } catch (fault) {
      this.#complain(fault);
    }
  }

  #complain(fault) {
    if (fault.name === "AbortError") {
      return; // Somebody pressed stop.
    }
    this.#stop();
    if (fault.status === NO_VOICE) {
      this.#turn(false);
      this.#tell(this.#words["voice.missing"]);
    } else {
      // A browser plays nothing by itself until somebody has touched the page.
      this.#tell(this.#words[fault.name === "NotAllowedError" ? "voice.press" : "voice.failed"]);
    }
  }

  #stop() {
    this.#queue = [];
    this.#quiet();
  }

  #quiet() {
    this.#audio.pause();
    if (this.#audio.src) {
      URL.revokeObjectURL(this.#audio.src);
      this.#audio.removeAttribute("src");
    }
    if (this.#now) {
      this.#label(this.#now.button, false);
      this.#now = null;
    }
  }

  #label(button, isPlaying) {
    button.querySelector("use").setAttribute("href", `/chat/icons.svg#${isPlaying ? "stop" : "sound"}`);
    button.querySelector("span").textContent = this.#words[isPlaying ? "voice.stop" : "voice.hear"];
  }
}
