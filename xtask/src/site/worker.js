// Keeps the site on the phone, so that it opens without network.
//
// A file with a digest in its name is the same in every release, so any release's store may answer for it. A page is
// not: it comes from the newest release that is whole, and names its files by their digests. So what is on the screen is
// always of one release, whichever worker is at work and whatever the server has by now.

const BASE = "{base}";
const RELEASE = "{release}";
// Files that every page needs, or may ask for.
const FILES = {files};
// Pages that every visitor gets, and those of the towns with the files that only they need.
const PAGES = {pages};
const TOWNS = {towns};
// The digest of each page.
const DIGESTS = {digests};

// Other sites may live on the same origin: only what begins so is ours.
const OURS = `sango-navi:${BASE}:`;
// Holds the name of the newest release of which every file is here.
const WHOLE = `${OURS}whole`;
const DIGEST = /-([0-9a-f]{16})\.[a-z]+$/;

const address = (path) => location.origin + BASE + path;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));
addEventListener("message", (event) => {
  if (event.data === "keep" || event.data === "keep all") {
    event.waitUntil(keepMore(event.source, event.data));
  }
});
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== location.origin || !pathname.startsWith(BASE)) {
    return;
  }
  const path = pathname.slice(BASE.length);
  if (mode === "navigate") {
    event.respondWith(page(event.request, path, search));
  } else if (DIGEST.test(path)) {
    event.respondWith(file(event.request, path));
  }
});

// All or nothing: the release counts only when its every file is here. What she had offline she has offline again.
async function install() {
  const wanted = new Set(PAGES);
  for (const client of await clients.matchAll({ type: "window", includeUncontrolled: true })) {
    wanted.add(pageName(client.url));
  }
  const before = await newest();
  if (before !== undefined) {
    for (const request of await (await caches.open(OURS + before)).keys()) {
      wanted.add(pageName(request.url));
    }
  }
  if (before !== RELEASE) {
    // What an install that ended in the middle has left: WebKit would take the same files again and not have them.
    await caches.delete(OURS + RELEASE);
  }
  await Promise.all([...FILES.map(keep), ...[...wanted].map(keepPage)]);
  await (await caches.open(WHOLE)).put(address(""), new Response(RELEASE));
}

// Stores of releases that nobody needs any more.
async function tidy() {
  const needed = [WHOLE, OURS + RELEASE, OURS + (await newest())];
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !needed.includes(name)) {
      await caches.delete(name);
    }
  }
}

// The page she is on, and where that says so the other towns too.
async function keepMore(client, wanted) {
  const here = await newest();
  if (here === undefined) {
    // The store was emptied, and this worker left at work.
    await install();
  } else if (here !== RELEASE) {
    // The server has another release's files by now.
    return;
  }
  await keepPage(pageName(client.url));
  const others = Object.keys(TOWNS);
  // Few enough to be no burden; of a country's worth she needs only hers.
  if (wanted === "keep all" && others.length <= {most}) {
    for (const town of others) {
      await keepPage(town);
    }
  }
}

// A page is kept after its files: where it is, they are.
async function keepPage(name) {
  if (Object.hasOwn(DIGESTS, name)) {
    await Promise.all((TOWNS[name] ?? []).map(keep));
    await keep(name);
  }
}

// Keeps a file of this release, checked by its digest. One that an older release has already is not loaded again.
async function keep(path) {
  const store = await caches.open(OURS + RELEASE);
  const url = address(path);
  if (await store.match(url)) {
    return;
  }
  const named = DIGEST.exec(path)?.[1];
  const known = named && (await caches.match(url));
  if (known) {
    await store.put(url, known);
    return;
  }
  // What the browser itself kept of it may be damaged: then once more, from the server.
  for (const cache of [named ? "default" : "no-cache", "reload"]) {
    const response = await fetch(url, { cache, referrerPolicy: "no-referrer" });
    // What is cut off is damaged, too.
    const body = await response.arrayBuffer().catch(() => undefined);
    if (response.ok && body && (await digest(body)) === (named ?? DIGESTS[path])) {
      const headers = new Headers(response.headers);
      // Both are about the way here; a store refuses some of the former.
      headers.delete("Vary");
      headers.delete("Content-Encoding");
      await store.put(url, new Response(body, { headers }));
      return;
    }
  }
  throw new Error(`${url} is not of this release`);
}

async function digest(body) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(sum.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function page(request, path, search) {
  const name = pageName(request.url);
  try {
    const kept = await caches.match(address(name), { cacheName: OURS + (await newest()) });
    if (kept) {
      return kept;
    }
  } catch {
    // A store that can't be read: the server has it too.
  }
  // As every server would.
  return Object.hasOwn(DIGESTS, `${path}/`) ? Response.redirect(address(`${path}/`) + search) : fetch(request);
}

async function file(request, path) {
  try {
    const kept = await caches.match(address(path));
    if (kept) {
      return kept;
    }
  } catch {
    // As above.
  }
  return fetch(request);
}

// The page that an address names, as it stands in the lists; the query is not a part of it.
function pageName(url) {
  return new URL(url).pathname.slice(BASE.length).replace(/(^|\/)index\.html$/, "$1");
}

async function newest() {
  const release = await caches.match(address(""), { cacheName: WHOLE });
  return release?.text();
}
