// In the place of worker.js this removes the worker from every phone that has it, with all that it kept; her answers
// stay. From then on every page comes from the server.

const OURS = "sango-navi:{base}:";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));
// A page that asks for the worker again while it goes keeps it; it then speaks to it.
addEventListener("message", (event) => event.waitUntil(remove()));

async function remove() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS)) {
      await caches.delete(name);
    }
  }
  await registration.unregister();
}
