// Starts the program. Where that fails the page stays as it is and says so.
const line = document.getElementById("unavailable");
line.hidden = true;
line.classList.remove("unavailable-later");
const show = () => {
  line.hidden = false;
};
// What goes wrong within the program comes here, and counts as long as the page is still the static one.
const app = document.getElementById("app");
for (const wrong of ["error", "unhandledrejection"]) {
  addEventListener(wrong, () => app.isConnected && show());
}
// Lays out what stands below the first screen, a few milliseconds a frame: no tap waits for all of it.
const pieces = document.querySelectorAll("#leaflet > section, #leaflet .facility").values();
const lay = () => {
  const start = performance.now();
  while (performance.now() - start < 3) {
    const { done, value } = pieces.next();
    if (done) {
      return;
    }
    value.style.contentVisibility = "visible";
    // Asked for its height it is laid out at once.
    value.getBoundingClientRect();
  }
  requestAnimationFrame(() => setTimeout(lay));
};
requestAnimationFrame(() => setTimeout(lay));
// The program, and its script, which the page's import map checks.
const run = async () => {
  const load = (cache) => fetch("{program}", { integrity: "{integrity}", cache });
  // What can't be compiled as it comes, for want of its type or of its end, is asked for again as a whole.
  const compiled = compile(load()).catch(async () =>
    WebAssembly.compile(await (await load("no-cache")).arrayBuffer()),
  );
  // What the program will ask for is there by then, and takes no line from what is longer.
  const rules = document.getElementById("rules");
  if (rules) {
    rules.rel = "preload";
  }
  const { default: start } = await import("{glue}");
  const module = await compiled;
  // Compiling took a while: a tap or a frame may wait.
  await new Promise((go) => setTimeout(go));
  await start(module);
};
const compile = async (response) => WebAssembly.compileStreaming(await response);
// Tells of a release that comes while the page is open.
const listen = (registration) => {
  const watch = () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => {
      const now = registration.active;
      // The first release is no news.
      if (next.state === "installed" && now && now !== next) {
        document.documentElement.dataset.newer = "";
        dispatchEvent(new Event("newer"));
      }
    });
  };
  watch();
  registration.addEventListener("updatefound", watch);
};
// The browser may look by itself at any time, and what it has found before anybody listens nobody hears of.
const known = (async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  listen(registration);
  return registration;
})().catch(() => {});
try {
  // What she reads comes before what computes, but where she comes for her own list. A page that nobody looks at is not
  // painted.
  if (!location.hash && !document.hidden) {
    await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
  }
  await run();
} catch (error) {
  show();
  throw error;
} finally {
  // The phone has enough to do for now.
  const keepLater = () => setTimeout(keep, 1000);
  if (document.readyState === "complete") {
    keepLater();
  } else {
    addEventListener("load", keepLater);
  }
}

// Keeps the site on the phone, and looks for the next release. All that can fail here leaves the page as it is.
async function keep() {
  // From here on the browser may offer to put it among the phone's own: what it asks for to do so, it asks for now.
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: "{manifest}" }));
  try {
    const workers = navigator.serviceWorker;
    // The one address of a script that is made here, for browsers that take no bare text as such.
    const rule = { createScriptURL: () => "{worker}" };
    const worker = globalThis.trustedTypes?.createPolicy("worker", rule).createScriptURL("") ?? "{worker}";
    const registration = await workers.register(worker, { scope: "{base}", updateViaCache: "none" });
    if (registration !== (await known)) {
      listen(registration);
    }
    // Not every browser looks by itself when a page opens, and none while one stays open for days.
    let looked;
    const look = () => {
      if (!document.hidden && !(Date.now() - looked < 3600e3)) {
        looked = Date.now();
        registration.update().catch(() => {});
      }
    };
    document.addEventListener("visibilitychange", look);
    if (registration.active) {
      look();
    }
    // Other towns only where the line is good.
    const { saveData, effectiveType } = navigator.connection ?? {};
    (await workers.ready).active.postMessage(saveData || /2g/.test(effectiveType) ? "keep" : "keep all");
  } catch {
    // No worker here: everything else is the same.
  }
}
