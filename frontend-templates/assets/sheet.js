// The sheet saves itself a few seconds after the last change, and when its page is hidden.
(() => {
  "use strict";
  const form = document.getElementById("sheet");
  const status = document.getElementById("saving");
  const state = document.getElementById("state");
  let changed = false, stopped = false, failures = 0, body, busy, timer;

  const say = (words) => { status.textContent = words; };
  const later = (seconds) => { clearTimeout(timer); timer = setTimeout(save, seconds * 1000); };

  function save() {
    if (busy || stopped || !(changed || body)) return;
    clearTimeout(timer);
    // What was sent and never answered is sent again as it was: if it did arrive, the server
    // knows it, and does not take our own words for somebody else's.
    if (!body) {
      body = new URLSearchParams(new FormData(form));
      body.set("do", "autosave");
      changed = false;
    }
    busy = send().catch(dropped).then(() => { busy = undefined; });
  }

  async function send() {
    const answer = await fetch(form.action, {
      method: "POST", body, redirect: "manual", keepalive: document.hidden,
      signal: AbortSignal.timeout?.(20000),
    });
    if (answer.status === 429 || answer.status >= 500) throw new Error(answer.statusText);
    const text = await answer.text();
    [body, failures] = [undefined, 0];
    if (answer.ok) {
      const [revision, saved, now] = text.split("\n");
      form.elements.revision.value = revision;
      state.textContent = now;
      if (changed) later(4); else say(saved);
    } else {
      stopped = true;
      const ended = answer.type === "opaqueredirect" || answer.status === 401;
      say(answer.status === 409 ? text : ended ? status.dataset.ended : status.dataset.refused);
    }
  }

  function dropped() {
    say(status.dataset.dropped);
    later(Math.min(5 * 2 ** failures++, 120));
  }

  form.addEventListener("input", () => {
    changed = true;
    if (stopped || failures) return;
    say("");
    later(4);
  });
  // A button takes over what is typed; a save that is under way is let finish before it.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (busy) {
      event.preventDefault();
      busy.then(() => form.requestSubmit(event.submitter));
    } else {
      [changed, body, failures] = [false, undefined, 0];
    }
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  addEventListener("online", save);
})();
